import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type FormName, formNames } from '../../../../src/core/arabic/inflection.ts'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import { findTerms, type Habits, habitsOf, whyInArabic } from '../../../../src/core/glossary/find/find.ts'
import { enforcedFrom } from '../../../../src/core/glossary/find/match.ts'
import type { Kind, Term } from '../../../../src/core/glossary/term.ts'
import { always } from '../../../support/always.ts'
import { storedTerm } from '../../../support/terms.ts'

const term = (spelling: string, kind: Kind, more: Partial<Term> = {}, id = 1) => storedTerm({ id, spellings: [spelling], kind, ...more })

/** The places in the text are in brackets ⟦ ⟧; without any the entry must not be enforced there. */
type Row = [entry: string, kind: Kind, text: string, form: FormName | '', reason: string]

const rows: Row[] = [
  // Names: proclitics and spelling, nothing else.
  ['تونس', 'name', '⟦تونس⟧ – قال الرئيس إن الحوار مستمر', 'as-listed', 'a name of the shape تفعل at the head of a sentence is no verb'],
  ['توغو', 'name', '⟦توغو⟧ تنضم إلى الاتفاق', 'as-listed', 'the same, before a verb'],
  ['تضخم', 'noun', '⟦تضخم⟧', 'as-listed', 'a heading of one word is no verb'],
  ['الحشد الشعبي', 'name', 'قال قائد ⟦الحشد الشعبي⟧ أمس', 'as-listed', 'as listed'],
  ['الحشد الشعبي', 'name', 'صواريخ ⟦وللحشد الشعبي⟧ مواقع', 'as-listed', 'و and ل, which takes the alif of the article'],
  ['الحشد الشعبي', 'name', 'مرتبطة ⟦بالحشد الشعبي⟧', 'as-listed', 'ب before the article'],
  ['الحشد الشعبي', 'name', 'هيئة «⟦الحشد الشعبي⟧»', 'as-listed', 'inside quotes'],
  ['الحشد الشعبي', 'name', 'هيئة ⟦الحشد "الشعبي⟧"', 'as-listed', 'a quote inside the name'],
  ['الحشد الشعبي', 'name', '⟦الحَشْد الشَّعْبيّ⟧', 'as-listed', 'tashkeel'],
  ['الحشد الشعبي', 'name', '⟦الحــشد الشــعبي⟧', 'as-listed', 'tatweel'],
  ['الحشد الشعبي', 'name', '⟦ﺍﻟﺤﺸﺪ ﺍﻟﺸﻌﺒﻲ⟧', 'as-listed', 'presentation forms of a PDF'],
  ['الحشد الشعبي', 'name', '⟦الحشد\u00a0الشعبي⟧\u200f (PMF)', 'as-listed', 'a no-break space inside, a mark and Latin after it'],
  ['الحشد الشعبي', 'name', '⟦الحشد الشعبى⟧ فى التى', 'as-listed', 'final ya without dots, as the text writes it'],
  ['الحشد الشعبي', 'name', 'الحشد. الشعبي', '', 'a full stop parts'],
  ['الحشد الشعبي', 'name', 'الحشد العسكري الشعبي', '', 'another word inside'],
  ['الحشد الشعبي', 'name', 'حشد شعبي كبير', '', 'a name does not lose its article'],
  ['الحشد الشعبي', 'name', 'الحشود الشعبية', '', 'a name has no plural'],
  ['كتائب حزب الله', 'name', 'أعلنت ⟦كتائب "حزب الله⟧" مسؤوليتها', 'as-listed', 'quotes around the last words'],
  ['كتائب حزب الله', 'name', '⟦وكتائب حزب الله⟧', 'as-listed', 'و'],
  ['حزب الله', 'name', '⟦لحزب الله⟧', 'as-listed', 'ل'],
  ['حزب الله', 'name', '⟦حزب ﷲ⟧', 'as-listed', 'the ligature of Allah'],
  ['بغداد', 'name', '⟦ببغداد⟧ ⟦وبغداد⟧ ⟦فبغداد⟧ ⟦كبغداد⟧ ⟦ولبغداد⟧', 'as-listed', 'every proclitic'],
  ['بغداد', 'name', 'البغدادي', '', 'no relative adjective'],
  ['لبنان', 'name', '⟦للبنان⟧', 'as-listed', 'ل before ل, not the article'],
  ['بري', 'name', 'بريطانيا', '', 'no part of a word'],
  ['إيران', 'name', '⟦ايران⟧ ⟦وايران⟧', 'as-listed', 'hamza left out'],
  ['ألمانيا', 'name', '⟦المانيا⟧ ⟦لألمانيا⟧', 'as-listed', 'alif without hamza is no article'],
  ['المانيا', 'name', '⟦ألمانيا⟧', 'as-listed', 'hamza in the text only'],
  ['مسؤول', 'noun', '⟦مسئول⟧', 'as-listed', 'the Egyptian seat of hamza'],
  ['علي', 'name', 'على الطاولة', '', 'على is a particle'],
  ['علي', 'name', 'قال ⟦علي⟧ إن', 'as-listed', 'علي is the person'],
  ['علي', 'name', 'عليه أن', '', 'particle with a pronoun'],
  ['آلي', 'noun', 'ذهب إلى بغداد', '', 'إلى is a particle'],
  ['آلي', 'noun', 'الى بغداد', '', 'also without its hamza'],
  ['يان', 'name', 'في بيان', '', 'بيان is a whole word'],
  ['زير', 'name', 'قال وزير', '', 'وزير is a whole word'],
  ['لان', 'name', 'لأن الحكومة', '', 'an article-like beginning of a particle'],
  ['غزة', 'name', 'في ⟦غزه⟧', 'ta-marbuta-as-ha', 'ه for ة'],
  ['نزيه', 'name', '⟦نزية⟧ بري', 'ha-as-ta-marbuta', 'ة for ه'],
  ['أبو مازن', 'name', 'مع ⟦أبي مازن⟧', 'kunya', 'the case of the kunya'],
  ['أبو مازن', 'name', 'إن ⟦أبا مازن⟧', 'kunya', 'the other case'],
  ['إسرائيل', 'name', '⟦اسرائيل⟧ ⟦بإسرائيل⟧', 'as-listed', 'with and without hamza'],
  ['طهران', 'name', 'طهرانية', '', 'no ending on a name'],

  // Nouns: inflected.
  ['وزير', 'noun', '⟦الوزير⟧', 'definite', 'article added'],
  ['وزير', 'noun', '⟦للوزير⟧', 'definite', 'article taken by ل'],
  ['الهدنة', 'noun', 'إلى ⟦هدنة⟧', 'indefinite', 'article gone'],
  ['بيان', 'noun', 'أصدر ⟦بيانًا⟧', 'tanwin', 'tanwin on alif'],
  ['بيان', 'noun', 'أصدرت ⟦بيانا⟧', 'tanwin', 'tanwin not marked'],
  ['قاعدة', 'noun', 'في ⟦قاعدتها⟧', 'pronoun', 'ة becomes ت'],
  ['لقاء', 'noun', '⟦لقاؤه⟧ ⟦لقائه⟧ ⟦لقاءه⟧', 'pronoun', 'three seats of hamza'],
  ['مستوى', 'noun', '⟦مستواها⟧', 'pronoun', 'ى becomes ا'],
  ['قاعدة', 'noun', '⟦القاعدتين⟧ ⟦وقاعدتان⟧', 'dual', 'dual'],
  ['قاعدة', 'noun', '⟦قاعدتا⟧ التنف', 'dual-construct', 'dual before an annexed noun'],
  ['قاعدة', 'noun', 'من ⟦قاعدتيها⟧', 'dual-pronoun', 'dual with pronoun'],
  ['مسؤول', 'noun', '⟦مسؤولون⟧ ⟦المسؤولين⟧', 'masculine-plural', 'sound plural'],
  ['مسؤول', 'noun', '⟦مسؤولو⟧ الوزارة', 'masculine-plural-construct', 'sound plural before an annexed noun'],
  ['مسؤول', 'noun', '⟦مسؤوليها⟧ ⟦ومسؤولوها⟧', 'masculine-plural-pronoun', 'sound plural with pronoun'],
  ['منظمة', 'noun', '⟦المنظمات⟧', 'feminine-plural', 'ات'],
  ['قرار', 'noun', '⟦قرارات⟧ ⟦للقرارات⟧', 'feminine-plural', 'ات on a masculine'],
  ['قرار', 'noun', '⟦قراراتها⟧', 'feminine-plural-pronoun', 'ات with pronoun'],
  ['مصري', 'noun', '⟦المصرية⟧', 'feminine', 'feminine of a relative adjective'],
  ['مصري', 'noun', '⟦مصريتين⟧', 'feminine-dual', 'its dual'],
  ['عربي', 'noun', '⟦عربيتها⟧', 'feminine-pronoun', 'with a pronoun'],
  ['ضخم', 'noun', '⟦ضخمة⟧', 'feminine', 'feminine of a listed adjective'],
  ['صاروخ', 'noun', '⟦الصواريخ⟧ ⟦بصواريخ⟧ ⟦صواريخها⟧', 'broken-plural', 'broken plural in all dresses'],
  ['عضو', 'noun', '⟦أعضاؤها⟧ ⟦الاعضاء⟧', 'broken-plural', 'broken plural, hamza'],
  ['قذيفة', 'noun', '⟦قذائف⟧', 'broken-plural', 'broken plural of a feminine'],
  ['مبنى', 'noun', '⟦مبان⟧ ⟦المباني⟧', 'broken-plural', 'a plural that loses its ي'],
  ['أخ', 'noun', '⟦أخو⟧ الرئيس', 'special-form', 'one of the five nouns'],
  ['آخر', 'noun', '⟦الأخرى⟧', 'special-form', 'feminine of آخر'],
  ['قاضي', 'noun', '⟦قاض⟧ عراقي', 'defective', 'ي falls away'],
  ['قاعدة', 'noun', 'في ⟦القاعده⟧', 'ta-marbuta-as-ha', 'ه for ة'],
  ['محافظ', 'noun', 'في محافظة الأنبار', '', 'محافظة is a word of its own'],
  ['مكتب', 'noun', 'في مكتبة المدينة', '', 'مكتبة is no feminine of مكتب'],
  ['كتابة', 'noun', 'قرأ كتابه', '', 'ة is never ه in the key'],
  ['بلد', 'noun', 'قال بلال', '', 'only whole forms'],
  ['تزام', 'noun', 'الالتزام بالهدنة', '', 'ال of التزام is its root'],
  ['التزام', 'noun', '⟦الالتزام⟧ ⟦بالتزامها⟧', 'definite', 'the eighth verb form takes an article of its own'],

  // Phrases: definiteness decides.
  ['القوات المسلحة', 'phrase', '⟦القوات المسلحة⟧', 'as-listed', 'as listed'],
  ['القوات المسلحة', 'phrase', '⟦قوات مسلحة⟧', 'indefinite', 'both without article'],
  ['القوات المسلحة', 'phrase', '⟦قواته المسلحة⟧', 'pronoun', 'a pronoun makes the noun definite'],
  ['القوات المسلحة', 'phrase', 'القوات مسلحة', '', 'a sentence: the forces are armed'],
  ['صاروخ باليستي', 'phrase', '⟦صواريخ باليستية⟧', 'broken-plural', 'things in the plural take a feminine adjective'],
  ['صاروخ باليستي', 'phrase', '⟦بالصواريخ الباليستية⟧', 'broken-plural', 'definite throughout'],
  ['وزير الخارجية', 'phrase', '⟦وزيرا الخارجية⟧', 'dual-construct', 'two of them'],
  ['وزير الخارجية', 'phrase', '⟦وزراء الخارجية⟧', 'broken-plural', 'several of them'],
  ['وزير الخارجية', 'phrase', '⟦ووزير خارجيتها⟧', 'as-listed', 'its annexed noun with a pronoun'],
  ['وزير الخارجية', 'phrase', 'الوزير الخارجية', '', 'the head of an annexation has no article'],
  ['المناطق الحرة', 'phrase', '⟦المنطقة الحرة⟧', 'singular', 'the singular of a phrase listed in the plural'],
  ['القوات المسلحة', 'phrase', 'القوات والمسلحة', '', 'later words take no proclitic'],

  ['منظمة غير حكومية', 'phrase', '⟦المنظمات غير الحكومية⟧', 'feminine-plural', 'غير leaves the article to what follows it'],
  ['منظمة غير حكومية', 'phrase', '⟦المنظمة غير الحكومية⟧ ⟦ومنظماتها غير الحكومية⟧', 'definite', 'in the singular and with a pronoun too'],
  ['منظمة غير حكومية', 'phrase', 'المنظمات غير حكومية', '', 'a sentence: they are not governmental'],
  ['منظمة دولية غير حكومية', 'phrase', '⟦المنظمات الدولية غير الحكومية⟧', 'feminine-plural', 'in a long phrase too'],
  ['المنظمات غير الحكومية', 'phrase', '⟦منظمات غير حكومية⟧ ⟦ومنظماتها غير الحكومية⟧', 'indefinite', 'of an entry with article'],
  ['قوة شبه عسكرية', 'phrase', '⟦القوات شبه العسكرية⟧', 'feminine-plural', 'شبه is such a word too'],
  ['حكومة وحدة وطنية', 'phrase', 'تشكيل ⟦حكومة الوحدة الوطنية⟧', 'definite', 'the annexed noun and its adjective are definite'],
  ['حكومة وحدة وطنية', 'phrase', 'الحكومة وحدة وطنية', '', 'a sentence: the government is a national unit'],
  ['وزير خارجية', 'phrase', 'التقى ⟦وزيرا الخارجية⟧', 'dual-construct', 'two of them with a definite annexed noun'],
  ['وزير خارجية', 'phrase', '⟦وزيرا خارجيتهما⟧', 'dual-construct', 'the same with a pronoun'],
  ['حاملة طائرات', 'phrase', '⟦حاملتا الطائرات⟧', 'dual-construct', 'two of a noun in ة'],

  // Spelling: one more of everything that is typed.
  ['عبد الله', 'name', 'الملك ⟦عبدالله⟧', 'as-listed', 'written as one word'],
  ['عبدالعزيز', 'name', 'الملك ⟦عبد العزيز⟧', 'as-listed', 'written as two'],
  ['أبو بكر', 'name', 'مع ⟦أبوبكر⟧', 'as-listed', 'the kunya as one word'],
  ['محمد بن سلمان', 'name', 'الأمير ⟦محمد ابن سلمان⟧', 'as-listed', 'ابن for بن within a name'],
  ['ابن سلمان', 'name', 'محمد بن سلمان', '', 'بن for ابن only where the name begins otherwise'],
  ['ابن', 'noun', 'محمد بن سلمان', '', 'بن joins a name and is no son'],
  ['ابن', 'noun', 'في بنين والنيجر', '', 'Benin'],
  ['الحشد الشعبي', 'name', 'وسم #⟦الحشد_الشعبي⟧', 'as-listed', 'a hashtag joins its words'],
  ['الحشد الشعبي', 'name', '#⟦للحشد_الشعبي⟧ @user', 'as-listed', 'a hashtag with ل'],
  ['كتاب', 'noun', '⟦کتاب⟧ ⟦الکتاب⟧', 'definite', 'Persian kaf'],
  ['إيراني', 'noun', '⟦ایرانی⟧', 'as-listed', 'Persian ya'],
  ['كتاب', 'noun', 'ذلك ⟦ٱلكتاب⟧', 'definite', 'alif wasla'],
  ['دستور', 'noun', '⟦الدُّسْتُورُ⟧ العِرَاقِيُّ', 'definite', 'every letter vocalised'],
  ['قرار', 'noun', '⟦بِقَرَارٍ⟧ مِنَ المَحْكَمَةِ', 'as-listed', 'a vocalised proclitic'],
  ['الأمم المتحدة', 'name', '⟦الأمم\nالمتحدة⟧', 'as-listed', 'a line end inside'],
  ['الأمم المتحدة', 'name', 'الأمم\n\nالمتحدة', '', 'an empty line parts'],
  ['مجلس الأمن', 'name', '⟦مجلس الامن⟧ ان', 'as-listed', 'hamza left out'],
  ['صاروخ', 'noun', '3⟦صواريخ⟧', 'broken-plural', 'a digit attached'],
  ['صاروخ', 'noun', '⟦صاروخ⟧2023', 'as-listed', 'a digit after it'],
  ['صاروخ', 'noun', '(⟦الصاروخ⟧)', 'definite', 'in brackets'],
  ['لبناني', 'noun', 'فى التى ⟦اللبنانى⟧', 'definite', 'Egyptian spelling'],
  ['مستشفى', 'noun', 'في ⟦المستشفي⟧', 'definite', 'dots on an alif'],
  ['علي', 'name', 'فى التى الرئيس ⟦على⟧ عبد الله', 'as-listed', 'a title before علي without dots'],
  ['علي', 'name', 'فى التى اعتمد على الطاولة', '', 'the particle in the same text'],
  ['علي', 'name', 'في التي الرئيس على حق', '', 'a text that writes the dots means the particle'],
  ['علي عبد الله صالح', 'name', 'فى التى ⟦على عبد الله صالح⟧', 'as-listed', 'the other words of the name confirm it'],

  // Texts that give dots to every final ى.
  ['علي', 'name', 'ذهب الي المدرسة علي عجل', '', 'على, as such a text writes it'],
  ['علي', 'name', 'وعلي الطريق حتي بغداد', '', 'the same after و'],
  ['علي', 'name', 'قال الرئيس ⟦علي⟧ حتي الآن', 'as-listed', 'a title before the person'],
  ['علي', 'name', 'قال ⟦لعلي⟧ حتي الآن', 'as-listed', 'no particle has a preposition before it'],
  ['علي', 'name', 'قال ⟦علي⟧ حتى الآن', 'as-listed', 'a text that keeps its ى'],
  ['علي', 'name', 'الي بغداد، وحتى الآن قال ⟦علي⟧', 'as-listed', 'a text that mixes'],
  ['علي عبد الله صالح', 'name', 'زار ⟦علي عبد الله صالح⟧ الي', 'as-listed', 'the other words of the name confirm it'],
  ['بناء على', 'phrase', '⟦بناء علي⟧ طلب حتي الآن', 'as-listed', 'an entry that has the particle'],
  ['آلي', 'noun', 'ذهب الي بغداد حتي الليل', '', 'إلى without hamza and with dots'],
  ['علي', 'name', 'فى التى وعلى الطاولة', '', 'على after و in a text without dots'],

  // Names: the article of some comes and goes.
  ['السارس', 'name', 'حالة ⟦سارس⟧', 'indefinite', 'a foreign name without its article'],
  ['ناتو', 'name', 'حلف ⟦الناتو⟧', 'definite', 'a foreign name with it'],
  ['حسين', 'name', 'الحسين', '', 'two persons: possible only'],
  ['الخليج', 'name', 'في خليج السويس', '', 'a common word without article is no name'],
  ['شمس', 'name', 'تحت الشمس', '', 'nor with it'],
  ['العراق', 'name', 'في ⟦العراق⟧، ⟦وللعراق⟧', 'as-listed', 'ل takes the alif'],
  ['فلسطين', 'name', 'الفلسطينيون', '', 'people are not their country'],
  ['نصر الله', 'name', 'إن شاء الله', '', 'half a name'],

  // Homographs: what the neighbours tell.
  ['رفض', 'noun', 'الوزير الذي رفض الاقتراح', '', 'a verb after the relative pronoun'],
  ['رفض', 'noun', 'ورفض الوزير الاقتراح', '', 'a verb at the head of a sentence'],
  ['رفض', 'noun', 'وقال. رفض المتحدث التعليق', '', 'a verb after a full stop'],
  ['رفض', 'noun', 'أعرب عن ⟦رفض⟧ بلاده', 'as-listed', 'a noun after a preposition'],
  ['رفض', 'noun', '⟦رفض⟧ أمريكي للمبادرة', 'as-listed', 'a noun that its adjective follows, in a headline'],
  ['رفض', 'noun', 'وأبدت الحكومة ⟦رفضها⟧', 'pronoun', 'a noun with a pronoun'],
  ['رفض', 'noun', '⟦الرفض⟧ القاطع', 'definite', 'an article makes a noun'],
  ['عقد', 'noun', 'في مؤتمر صحفي عقده الوزير', '', 'a verb with its object after an adjective'],
  ['عقد', 'noun', 'وقد عقد الطرفان', '', 'a verb after قد'],
  ['عقد', 'noun', 'توقيع ⟦عقد⟧ جديد', 'as-listed', 'a contract'],
  ['عقد', 'noun', '⟦العقود⟧ ⟦وعقدين⟧', 'dual', 'contracts and two of them'],
  ['توقع', 'noun', 'ومن جهته، توقع الوزير', '', 'the fifth form at the head of a clause'],
  ['توقع', 'noun', 'حسب ⟦توقعات⟧ الخبراء', 'feminine-plural', 'expectations'],
  ['حدث', 'noun', 'كما حدث أمس', '', 'a verb after كما'],
  ['كتاب', 'noun', 'كتب رئيس التحرير', '', 'he wrote, not books'],
  ['كتاب', 'noun', 'نشر ⟦كتب⟧ التراث', 'broken-plural', 'books'],
  ['عقب', 'noun', 'التقيا عقب اجتماع المجلس', '', 'a preposition'],
  ['خارج', 'noun', 'من ⟦خارج⟧ البلاد', 'as-listed', 'a noun after a preposition'],
  ['عام', 'noun', 'الأمين العام للأمم المتحدة', '', 'general, not year'],
  ['عام', 'noun', 'خلال ⟦العام⟧ الماضي', 'definite', 'year'],
  ['عام', 'noun', 'هذا ⟦العام⟧', 'definite', 'this year'],
  ['خارجية', 'noun', 'وزارة ⟦الخارجية⟧', 'definite', 'foreign affairs'],
  ['خارجية', 'noun', 'التجارة الخارجية', '', 'an adjective that agrees with its noun'],
  ['معارضة', 'noun', 'زعيم ⟦المعارضة⟧', 'definite', 'the opposition'],
  ['معارضة', 'noun', 'الأحزاب والجماعات المعارضة', '', 'the groups that oppose'],
  ['وزير', 'noun', 'بحضور ⟦وزيري⟧ الخارجية والدفاع', 'dual-construct', 'two of them before a definite noun'],
  ['وزير', 'noun', 'قرار وزيري', '', 'ministerial'],
  ['عضو', 'noun', '⟦أعضاء⟧ المجلس', 'broken-plural', 'a plural with a hamza'],
  ['بيت', 'noun', 'في بيتزا', '', 'a foreign word that begins alike'],
  ['طاقة', 'noun', 'بطاقة الهوية', '', 'ب of بطاقة is its root'],
  ['جال', 'name', 'رجال الأمن', '', 'no part of a word'],

  // Law.
  ['عقوبة', 'noun', 'يعاقب ⟦بالعقوبات⟧ المنصوص عليها في المادة', 'feminine-plural', 'law: penalties'],
  ['مادة', 'noun', 'وفقا لأحكام ⟦المواد⟧ السابقة', 'broken-plural', 'law: articles'],
  ['مادة', 'noun', 'نصت ⟦المادتان⟧ الأولى والثانية', 'dual', 'law: two articles'],
  ['جنحة', 'noun', 'الجنايات ⟦والجنح⟧', 'broken-plural', 'law: misdemeanours'],
  ['حكم', 'noun', 'تسري ⟦أحكام⟧ هذا القانون', 'broken-plural', 'law: provisions'],
  ['المدعى عليه', 'phrase', 'على ⟦المدعى عليه⟧ أن', 'as-listed', 'law: an entry of a participle and its preposition'],
  ['طعن', 'noun', 'تقديم ⟦الطعون⟧', 'broken-plural', 'law: appeals'],
  ['قاضي', 'noun', 'أمام ⟦القضاة⟧', 'broken-plural', 'law: judges'],

  ['قاض', 'noun', 'أمام ⟦القاضي⟧ ⟦وقاضيان⟧', 'special-form', 'law: an entry without the ي that the article brings back'],
  ['قاض', 'noun', 'بالضربة القاضية', '', 'sport: a blow that ends a fight is no judge'],
  ['قاضي', 'noun', 'بالضربة القاضية', '', 'the same for the entry with ي'],
  ['محام', 'noun', 'وكل ⟦محاميًا⟧', 'special-form', 'law: a counsel in the accusative'],
  ['محافظ', 'noun', 'في المحافظات الجنوبية', '', 'several of محافظة, not of محافظ'],
  ['محافظة', 'noun', 'في ⟦المحافظات⟧ الجنوبية', 'feminine-plural', 'several of them'],

  // Speeches and interviews: my, your.
  ['زميل', 'noun', 'أشكر ⟦زملائي⟧', 'broken-plural', 'my after a plural is no adjective'],
  ['مدرسة', 'noun', 'في ⟦مدرستي⟧', 'dual-construct', 'my after ت neither'],
  ['قرار', 'noun', 'ندمت على ⟦قراراتك⟧', 'feminine-plural-pronoun', 'your'],
  ['وطن', 'noun', 'ماذا قدمت ⟦لوطنك⟧؟', 'pronoun', 'your after ل'],
  ['قلب', 'noun', 'شكرا من ⟦قلبي⟧', 'pronoun', 'my heart, after a preposition'],
  ['قلب', 'noun', 'قلت ⟦لقلبي⟧', 'pronoun', 'my heart, after ل'],
  ['قلب', 'noun', 'مرض قلبي مزمن', '', 'cardiac'],
  ['صديق', 'noun', 'يا ⟦صديقي⟧', 'pronoun', 'my friend, who is called'],
  ['رأي', 'noun', '⟦رأيي⟧ أن الحل قريب', 'pronoun', 'my opinion, at the head of a sentence'],
  ['دولة', 'noun', 'دعم دولي', '', 'international'],
  ['مهنة', 'noun', 'اتحاد مهني', '', 'professional, though مهن is its plural'],
  ['حد', 'noun', 'نزاع حدودي', '', 'an adjective made from a plural'],
  ['يد', 'noun', 'رفع ⟦يديه⟧ بين ⟦يدي⟧ القاضي', 'special-form', 'both hands'],
  ['أب', 'noun', 'من ⟦أبوين⟧ مصريين', 'special-form', 'both parents'],
  ['آية', 'noun', 'أيتها السيدات', '', 'a vocative'],

  ['تاجر', 'noun', 'بنك تجاري', '', 'commercial, though تجار is its plural'],
  ['بنت', 'noun', 'هؤلاء ⟦بناتي⟧', 'broken-plural', 'my daughters'],
  ['والد', 'noun', 'جاء ⟦والداها⟧ وشقيقتاها', 'dual-pronoun', 'both her parents'],
  ['مباراة', 'noun', 'انتهت ⟦مباراتاه⟧', 'dual-pronoun', 'both of his matches'],
  ['طرف', 'noun', 'بين ⟦طرفي⟧ النزاع', 'special-form', 'both sides'],

  // Posts and dialects.
  ['بلد', 'noun', 'في ⟦هالبلد⟧', 'definite', 'the Levantine and Gulf this'],
  ['رسالة', 'noun', 'على ⟦رسايلنا⟧', 'broken-plural', 'ي for a spoken hamza'],
  ['عائلة', 'noun', '⟦العايلة⟧ كلها', 'definite', 'the same in a singular'],
  ['دائم', 'noun', 'محمد عبد الدايم', '', 'but in فاعل it makes a name'],
  ['يد', 'noun', 'وايد مشكورين', '', 'very, in the Gulf'],

  // Plurals that are rather other words.
  ['دار', 'noun', 'دور الحكومة', '', 'a role before it is houses'],
  ['قطار', 'noun', 'في قطر', '', 'Qatar'],
  ['عدة', 'noun', 'عدد من الوزراء', '', 'a number'],
  ['جزيرة', 'noun', 'في الجزائر', '', 'Algeria'],
  ['محفظة', 'noun', 'قال محافظ المدينة', '', 'the governor'],
  ['شعبة', 'noun', 'إرادة الشعب', '', 'the people'],
  ['مدفع', 'noun', 'كان مدافعًا صلبًا', '', 'a defender: plurals of this shape take no tanwin'],
  ['مدفع', 'noun', 'قصفت ⟦المدافع⟧', 'broken-plural', 'guns'],
  ['عمل', 'noun', 'سوق العملات', '', 'currencies: a short noun with a broken plural takes no ات'],
  ['محل', 'noun', 'أغلقت ⟦المحلات⟧', 'special-form', 'a short noun that takes both'],
  ['لغز', 'noun', 'تصدير الغاز في أوروبا التي', '', 'gas where the text writes its hamza'],
  ['لغز', 'noun', 'حل ⟦الألغاز⟧', 'broken-plural', 'riddles'],
  ['ذكر', 'noun', 'ثُمَّ ذَكَرَ الشَّيْخُ', '', 'a verb with its vowels'],
  ['ذكر', 'noun', '⟦ذِكْرُ⟧ اللهِ', 'as-listed', 'a noun with its vowels, at the head of a sentence too'],
  ['رائع', 'noun', 'صورة ⟦رائعة⟧', 'feminine', 'an adjective keeps its feminine though a noun has it too'],
  ['سلام', 'noun', 'قال عبد السلام', '', 'a name of a person'],
  ['سلام', 'noun', 'عملية ⟦السلام⟧', 'definite', 'peace'],
  ['ملك', 'noun', 'لعبد الملك الحوثي', '', 'a name of a person after a preposition'],
  ['دين', 'noun', 'جمال الدين الأفغاني', '', 'a name of a person'],
  ['دين', 'noun', 'رجال ⟦الدين⟧', 'definite', 'the clergy'],
  ['عبد السلام', 'name', 'قال ⟦عبد السلام⟧', 'as-listed', 'the name itself'],

  // Plurals of news that no rule makes, or that a rule made for places and tools would forbid.
  ['هجوم', 'noun', 'سلسلة ⟦هجمات⟧', 'special-form', 'a plural in ات of another stem'],
  ['هجوم', 'noun', '⟦الهجمات⟧ الأخيرة', 'special-form', 'the same with the article'],
  ['هجوم', 'noun', '⟦بهجماتهم⟧', 'special-form', 'the same with a pronoun'],
  ['هجوم انتحاري', 'phrase', 'نفذ ⟦هجمات انتحارية⟧', 'special-form', 'the same in a phrase'],
  ['هجوم صاروخي', 'phrase', '⟦الهجمات الصاروخية⟧', 'special-form', 'the same in a definite phrase'],
  ['سجين', 'noun', '⟦السجناء⟧ ⟦والمساجين⟧', 'broken-plural', 'two broken plurals'],
  ['هيئة', 'noun', '⟦هيئات⟧ ⟦الهيآت⟧', 'special-form', 'two ways to write one plural'],
  ['مدعٍ', 'noun', '⟦المدعي⟧ العام ⟦والمدعون⟧ ⟦والمدعين⟧', 'special-form', 'an entry without the ي that the article brings back'],
  ['مدعي', 'noun', '⟦مدع⟧ عام ⟦والمدعون⟧ ⟦والمدعين⟧', 'defective', 'the same entry with it'],
  ['مصلي', 'noun', 'دهس ⟦المصلين⟧', 'masculine-plural', 'a participle that loses its ي'],
  ['متوفى', 'noun', 'ذوو ⟦المتوفين⟧', 'special-form', 'one that loses its ى'],
  ['معلم', 'noun', 'إضراب ⟦المعلمين⟧ ⟦والمعلمون⟧', 'masculine-plural', 'a person whose letters are those of a sight too'],
  ['مهرب', 'noun', '⟦المهربون⟧ وأسلحة مهربة', 'masculine-plural', 'but what they carry is smuggled'],
  ['طيار', 'noun', '⟦الطيارون⟧', 'masculine-plural', 'a person whose middle letter is ي'],
  ['عداء', 'noun', '⟦العداؤون⟧ ⟦والعدائين⟧', 'special-form', 'a person whose last letter is a hamza'],
  ['مفاجأة', 'noun', '⟦المفاجآت⟧', 'feminine-plural', 'أة becomes آت'],
  ['خرق', 'noun', '⟦الخروقات⟧', 'broken-plural', 'a plural of a plural'],
  ['هور', 'noun', 'جفت ⟦الأهوار⟧', 'broken-plural', 'marshes'],
  ['غواص', 'noun', 'عثر ⟦غواصون⟧ على الصندوق', 'masculine-plural', 'a person whose second letter is و'],
  ['ضائع', 'noun', 'ينادون على بضائعهم', '', 'a plural with its pronoun is not cut'],
  ['فجر', 'noun', 'مما فجر فضيحة', '', 'a verb after مما'],
  ['نقل', 'noun', 'نقل موقع إخباري تسجيلا', '', 'a verb before a noun that may be an adjective elsewhere'],

  // Feminines that are an adjective's.
  ['عام', 'noun', 'النيابة العامة', '', 'general: the noun year has no feminine'],
  ['عام', 'noun', 'مصلحة عامة في الشركات العامة', '', 'nor without article'],
  ['عام', 'noun', 'خلال ⟦عامين⟧ ⟦وأعوام⟧', 'dual', 'its dual and its plural are years'],
  ['مشروع', 'noun', 'المطالب المشروعة', '', 'lawful, not a project'],
  ['مشروع', 'noun', '⟦المشروعات⟧ ⟦والمشاريع⟧', 'feminine-plural', 'several of them are projects'],
  ['مسلح', 'noun', 'جماعة ⟦مسلحة⟧', 'feminine', 'an adjective keeps its feminine'],
  ['شارع', 'noun', 'السلطة الشارعة', '', 'an agent whose one plural is شوارع is a thing and has no feminine'],
  ['سائل', 'noun', 'الحالة ⟦السائلة⟧', 'feminine', 'unless it is an adjective as well'],
  ['شاغر', 'noun', 'مقاعد ⟦شاغرة⟧', 'feminine', 'unless it is an adjective'],

  // An encyclopedia, science.
  ['ولد', 'noun', 'فيلسوف عربي ولد في تونس', '', 'was born'],
  ['ولد', 'noun', '⟦ولد⟧ صغير في القرية', 'as-listed', 'a boy'],
  ['رواية', 'noun', 'كتبت الأديبة ⟦الرواية⟧', 'definite', 'a noun in اية is no adjective after a feminine'],
  ['تنمية', 'noun', 'تحقق الدولة ⟦التنمية⟧', 'definite', 'a verbal noun in ية neither'],
  ['ميدالية', 'noun', 'أحرزت العداءة ⟦الميدالية⟧', 'definite', 'nor a medal'],
  ['فن', 'noun', '⟦الفنون⟧ ⟦وفنونها⟧', 'broken-plural', 'a plural that only looks sound'],
  ['زاحف', 'noun', '⟦الزواحف⟧ والثدييات', 'broken-plural', 'science: reptiles'],
  ['تحليل', 'noun', 'نتائج ⟦التحاليل⟧', 'broken-plural', 'health: tests'],
  ['تحليل', 'noun', 'في ⟦تحليلاته⟧', 'feminine-plural-pronoun', 'analyses'],
  ['حمض', 'noun', '⟦أحماض⟧ دهنية', 'broken-plural', 'science: acids'],
  ['خلية', 'noun', 'جدار ⟦الخلايا⟧', 'broken-plural', 'science: cells'],
  ['مجرة', 'noun', 'تضم ⟦المجرات⟧', 'feminine-plural', 'science: galaxies'],
  ['نواة', 'noun', '⟦أنوية⟧ الذرات', 'broken-plural', 'science: nuclei'],
  ['الحرب العالمية الثانية', 'name', 'خلال ⟦الحرب العالمية الثانية⟧.', 'as-listed', 'history: a name of three words'],
  ['القرن العشرون', 'phrase', 'في مطلع ⟦القرن العشرون⟧', 'as-listed', 'history: as listed'],
  ['نهر النيل', 'name', 'يصب ⟦نهر النيل⟧ في', 'as-listed', 'geography'],
  ['معجم', 'noun', 'في ⟦المعاجم⟧ العربية', 'broken-plural', 'language: dictionaries'],
  ['خليفة', 'noun', '⟦الخلفاء⟧ العباسيون', 'broken-plural', 'history: caliphs'],

  // Vowel marks that make another word.
  ['عُمان', 'name', 'وصل إلى عَمّان', '', 'Amman is not Oman: other marks on one letter'],
  ['عُمان', 'name', 'وصل إلى عمّان', '', 'a shadda that an entry with marks does not have'],
  ['عُمان', 'name', 'في ⟦عُمَانَ⟧، في ⟦عمان⟧، ⟦وعُمانُ⟧', 'as-listed', 'the same marks, none, more, and those of the case'],
  ['عمان', 'name', 'وصل إلى ⟦عَمّان⟧', 'as-listed', 'an entry without marks may be either'],
  ['سلطنة عُمان', 'name', 'سلطنة عَمان', '', 'other marks in a phrase'],
  ['قَطَر', 'name', 'قُطر الدائرة', '', 'a diameter'],
  ['كتاب', 'noun', 'كُتّاب كبار ⟦والكِتاب⟧', 'definite', 'writers: a noun with the plural كتب has no doubled letter'],
  ['كاتب', 'noun', '⟦الكُتّاب⟧', 'broken-plural', 'but they are several of كاتب'],
  ['حزب', 'noun', 'الذي حزّب الناس', '', 'a verb: a noun with the plural أحزاب has none either'],
  ['مصر', 'name', 'مُصرّ على موقفه في ⟦مِصْرَ⟧', 'as-listed', 'insisting'],
  ['مقر', 'noun', '⟦المقرّ⟧', 'definite', 'a doubled last letter of another shape'],
  ['سيد', 'noun', '⟦السيّد⟧', 'definite', 'and a doubled ي'],
  ['أمني', 'noun', 'اعتقلت الأجهزة ⟦الأمنية⟧ رجلا', 'feminine', 'after its definite plural it is no wish'],
  ['أمني', 'noun', 'وأوضحت مصادر ⟦أمنية⟧ أن', 'feminine', 'nor after an indefinite one'],
  ['أمني', 'noun', 'تحققت الأمنية أخيرا', '', 'a wish: a noun of its own'],
  ['مناسب', 'noun', 'اقترحوا حلولا ⟦مناسبة⟧', 'feminine', 'after a plural with its tanwin'],
  ['مناسب', 'noun', 'في مناسبة وطنية', '', 'an occasion after its preposition'],
  ['بحري', 'noun', 'القوات ⟦البحرية⟧', 'feminine', 'an adjective of the forces, while the navy stands alone'],
  ['طبي', 'noun', 'أجهزة ⟦طبية⟧ ⟦وطبيتان⟧', 'feminine', 'a relative adjective of three letters'],
  ['جوي', 'noun', 'الخطوط ⟦الجوية⟧', 'feminine', 'another'],
  ['جذاب', 'noun', 'صور ⟦جذابة⟧', 'feminine', 'an adjective of the shape of an occupation'],
  ['مجهول', 'noun', 'مسلحون ⟦مجهولون⟧ ⟦ومجهولة⟧', 'masculine-plural', 'an adjective that has a broken plural too'],
  ['مخبأ', 'noun', 'حبة مخدرة ⟦مخبأة⟧', 'feminine', 'one that ends in a hamza'],
  ['بشري', 'noun', 'الموارد ⟦البشريه⟧', 'ta-marbuta-as-ha', 'ه for the ة of a feminine'],
  ['سيرة', 'noun', 'أرسل ⟦السيره⟧ الذاتيه', 'ta-marbuta-as-ha', 'the article allows no pronoun'],
  ['خبرة', 'noun', 'كان خبره كاذبا', '', 'without it this is his news'],

  // Words that lose a root letter, listed as a dictionary has them.
  ['عالٍ', 'noun', 'أخلاقه ⟦العالية⟧ ⟦والعالي⟧ وصوت ⟦عال⟧', 'special-form', 'a participle and its feminine'],
  ['موازٍ', 'noun', 'السوق ⟦الموازية⟧', 'special-form', 'one of a derived form'],
  ['داعٍ', 'noun', 'قال ⟦داعيا⟧ الحكومة', 'special-form', 'in the accusative'],
  ['مستولٍ', 'noun', 'وهو ⟦المستولي⟧ على الأرض', 'special-form', 'one of the tenth form'],
  ['تفشٍّ', 'noun', 'عزا ⟦التفشي⟧ إلى المياه', 'special-form', 'a verbal noun'],
  ['فتى', 'noun', '⟦فتًى⟧', 'as-listed', 'tanwin before ى'],
  ['شمس', 'noun', '⟦الشّمسُ⟧', 'definite', 'a shadda after the article'],
  ['حزب الله', 'name', '⟦حزب اللّه⟧', 'as-listed', 'a shadda inside the name of God'],

  // Numbers, Latin words and other signs of an entry are part of it.
  [
    'المادة 140',
    'name',
    'المادة الخامسة ⟦والمادة 140⟧ ⟦وبالمادة ١٤٠⟧ ⟦المادة (140)⟧ (⟦المادة 140⟧) والمادة 1401 والمادة 140.5',
    'as-listed',
    'the number, in either script',
  ],
  ['القرار 1701', 'name', '⟦القرار رقم 1701⟧ والقرار 1559', 'as-listed', 'a number that is called one'],
  ['قرار 1701', 'noun', 'تنفيذ ⟦القرار 1701⟧، وقرارا 1702', 'definite', 'of a noun that is inflected'],
  ['17 أكتوبر', 'name', 'في ⟦17 أكتوبر⟧ و⟦١٧ أكتوبر⟧، لا في 117 أكتوبر ولا في أكتوبر', 'as-listed', 'a number before the word'],
  ['تحالف 14 آذار', 'name', '⟦تحالف 14 آذار⟧ ⟦وتحالف ١٤ آذار⟧ وتحالف آذار', 'as-listed', 'a number between words'],
  ['قناة MBC', 'name', '⟦قناة MBC⟧ ⟦وقناة mbc⟧ وقناة العربية', 'as-listed', 'a Latin word'],
  ['إف-16', 'name', 'طائرة ⟦إف-16⟧ أو ⟦إف 16⟧، لا إف-35', 'as-listed', 'a hyphen may be a space'],
  ['فيروس كوفيد-19', 'phrase', '⟦بفيروس كوفيد ١٩⟧ وفيروس كوفيد', 'as-listed', 'in a phrase'],
  ['ب.ك.ك', 'name', 'حزب ⟦ب.ك.ك⟧ و«⟦ب ك ك⟧»', 'as-listed', 'full stops that the entry has itself do not part'],
  ['أ.ف.ب', 'name', 'وكالة (⟦أ.ف.ب⟧). ⟦أ ف ب⟧', 'as-listed', 'an agency'],
  ['د. علي حسن', 'name', 'قال ⟦د. علي حسن⟧ إن علي حسن مع ⟦د علي حسن⟧', 'as-listed', 'a title cut short'],
  ['أكتوبر/تشرين الأول', 'name', '⟦أكتوبر/تشرين الأول⟧ ⟦وأكتوبر / تشرين الأول⟧', 'as-listed', 'a month with both its names'],
  ['المادة', 'noun', '⟦المادة⟧ 140', 'as-listed', 'an entry without a number stands beside any'],

  // Annexations that ل opens.
  [
    'وقف إطلاق النار',
    'phrase',
    '⟦بوقف فوري لإطلاق النار⟧، ولا ⟦وقف لإطلاق النار⟧، ⟦وقف دائم وشامل لإطلاق النار⟧',
    'as-listed',
    'with adjectives and without',
  ],
  ['وقف العدوان', 'phrase', '⟦وقفا للعدوان⟧', 'tanwin', 'ل takes the alif of the article'],
  ['وزير الدفاع', 'phrase', '⟦وزير سابق للدفاع⟧', 'as-listed', 'a person'],
  ['مجلس الأمن', 'phrase', 'المجلس الأعلى للأمن ودعا المجلس للأمن', '', 'a definite one is mostly another'],

  // Literature.
  ['نسيم', 'noun', 'هبت ⟦نسائم⟧ الصباح', 'broken-plural', 'literature: breezes'],
  ['جفن', 'noun', 'أطبق ⟦أجفانه⟧', 'broken-plural', 'literature: eyelids with a pronoun'],
  ['قلب', 'noun', 'خفق ⟦قلبها⟧', 'pronoun', 'literature: her heart'],
  ['دمعة', 'noun', 'انهمرت ⟦دموعه⟧', 'broken-plural', 'literature: tears'],
  ['نافذة', 'noun', 'أغلق ⟦النافذتين⟧', 'dual', 'literature: both windows'],
  ['صديق', 'noun', 'كان ⟦أصدقاؤها⟧', 'broken-plural', 'literature: her friends'],

  // Short messages.
  ['لاجئ', 'noun', 'RT @un: ⟦اللاجئين⟧ السوريين 😢', 'masculine-plural', 'a message with Latin and a picture'],
  ['الجيش', 'noun', '🔴عاجل|⟦الجيش⟧ يعلن', 'as-listed', 'a message with a bar before the word'],
  ['غزة', 'name', '#⟦غزة⟧_الآن', 'as-listed', 'part of a hashtag'],
]

function placesMarked(marked: string): { text: string; places: [number, number][] } {
  const places: [number, number][] = []
  let text = ''
  for (const piece of marked.split(/([⟦⟧])/)) {
    if (piece === '⟦') places.push([text.length, -1])
    else if (piece === '⟧') places[places.length - 1]![1] = text.length
    else text += piece
  }
  return { text, places }
}

const enforced = (terms: Term[], text: string) =>
  findTerms(compile(terms), text, habitsOf([text])).filter((match) => match.confidence >= enforcedFrom)

describe('an entry is found', () => {
  it.each(rows)('%s (%s) in %s as %s: %s', (entry, kind, marked, form) => {
    const { text, places } = placesMarked(marked)
    const matches = enforced([term(entry, kind)], text)
    expect(matches.map((match) => [match.start, match.end])).toEqual(places)
    if (form) expect(matches.flatMap((match) => match.why.map((word) => word.form))).toContain(form)
  })

  it('in every form that has a name', () => {
    const shown = new Set(rows.map((row) => row[3]))
    expect(formNames.filter((name) => !shown.has(name) && name !== 'masculine')).toEqual([])
    const [match] = enforced([term('الجماعة المسلحة', 'phrase')], 'الجماعة المسلح')
    expect(match?.why[1]?.form).toBe('masculine')
  })
})

describe('an entry of two words is possible, not enforced,', () => {
  const apart: [entry: string, kind: Kind, text: string, surface: string, reason: string][] = [
    ['الرئيس مبارك', 'name', 'قال الرئيس حسني مبارك', 'الرئيس حسني مبارك', 'a first name after the title'],
    ['وزير الدفاع', 'phrase', 'وزيرا الخارجية والدفاع', 'وزيرا الخارجية والدفاع', 'a head that two share'],
    ['رئيس الوزراء', 'phrase', 'رئيس مجلس الوزراء', 'رئيس مجلس الوزراء', 'a noun within an annexation'],
    ['القوات المسلحة', 'phrase', 'القوات العراقية المسلحة', 'القوات العراقية المسلحة', 'another adjective between'],
    ['فصيل مسلح', 'phrase', 'الفصائل العراقية المسلحة', 'الفصائل العراقية المسلحة', 'the same of an entry without article'],
    ['فصيل مسلح', 'phrase', 'فصيل عراقي مسلح', 'فصيل عراقي مسلح', 'and of an indefinite text'],
    ['فصيل مسلح', 'phrase', 'فصيل العراق مسلح', '', 'but what stands between must agree'],
    ['القوات المسلحة', 'phrase', 'القوات في المسلحة', '', 'never across a preposition'],
    ['القوات المسلحة', 'phrase', 'القوات، العراقية المسلحة', '', 'never across a comma'],
    ['حزب الله', 'name', 'حزب عبد الله', '', 'never within an annexed name'],
  ]
  it.each(apart)('%s (%s) in %s: %s %s', (entry, kind, text, surface) => {
    const found = findTerms(compile([term(entry, kind)]), text)
    expect(found.map((match) => match.surface)).toEqual(surface ? [surface] : [])
    for (const match of found) expect(match.confidence).toBeLessThan(0.5)
  })
})

describe('of the adjective and the noun عام', () => {
  const rendered = (text: string): Partial<Term> => ({ renderings: [{ text, standing: 'preferred' }] })
  test.each<[string, Partial<Term>, string[]]>([
    ['the part of speech of its entry', { partOfSpeech: 'adj' }, ['العامة', 'العام']],
    ['the English of its entry', rendered('general'), ['العامة', 'العام']],
    ['its part of speech before its English', { partOfSpeech: 'noun', ...rendered('public') }, ['أعوام']],
    ['nothing else, which makes it the year', rendered('year'), ['أعوام']],
  ])('%s tells which is meant', (_, more, surfaces) => {
    const found = enforced([term('عام', 'noun', more)], 'قالت النيابة العامة إن الأمين العام غاب ثلاثة أعوام')
    expect(found.map((match) => match.surface)).toEqual(surfaces)
  })
})

test.each([
  ['اليورو', 'بمبلغ 33 مليون يورو', ['يورو'], 'the article may be missing'],
  ['البقاع', 'في بقاع كثيرة', ['بقاع'], 'though then it is likelier the word'],
  ['هلال', 'رأى الهلال', [], 'but a name gains none that makes it a word'],
  ['حسن', 'الأداء الحسن', [], 'nor does an adjective'],
])('the name %s, a common word too, is possible and not enforced in %s: %s, %s', (entry, text, surfaces) => {
  const found = findTerms(compile([term(entry, 'name')]), text)
  expect(found.map((match) => match.surface)).toEqual(surfaces)
  for (const match of found) expect(match.confidence).toBeLessThan(enforcedFrom)
})

describe('every match', () => {
  it.each(rows)('of %s (%s) in %s is the text at its place', (entry, kind, marked) => {
    const { text } = placesMarked(marked)
    for (const match of findTerms(compile([term(entry, kind)]), text)) expect(text.slice(match.start, match.end)).toBe(match.surface)
  })

  it('is found too when tashkeel or tatweel is put between the letters', () => {
    // Three fathas make a verb and a shadda another noun, so neither is put, nor anything where the vowels are there already.
    const bare = rows.filter(([entry, , text]) => !/[ً-ْ]/.test(entry + text))
    const dressed = fc.tuple(fc.constantFrom(...bare), fc.infiniteStream(fc.constantFrom('', '', '', 'ِ', 'ـ', 'ًـ')))
    always(
      fc.property(dressed, ([[entry, kind, marked], marks]) => {
        const { text } = placesMarked(marked)
        const stream = marks[Symbol.iterator]()
        const more = [...text].map((char) => (/[ء-ي]/.test(char) ? char + stream.next().value : char)).join('')
        const habits = habitsOf([text])
        const found = (of: string) => findTerms(compile([term(entry, kind)]), of, habits).map((match) => [match.confidence, match.why])
        expect(found(more)).toEqual(found(text))
      }),
    )
  })
})

describe('several entries', () => {
  it('of which one is written as in the text leave no room for the plural of another', () => {
    const book = term('كتاب', 'noun', {}, 1)
    const writer = term('كاتب', 'noun', {}, 2)
    expect(enforced([writer, book], 'قرأت الكتاب').map((match) => match.termId)).toEqual([1])
    expect(enforced([writer], 'اتحاد الكتاب').map((match) => match.termId)).toEqual([2])
  })
  const desk = [
    term('كتائب حزب الله', 'name', {}, 1),
    term('حزب الله', 'name', {}, 2),
    term('حزب', 'noun', {}, 3),
    term('كتيبة', 'noun', {}, 4),
  ]

  it('come in reading order, the longest first, those inside it nested', () => {
    const found = findTerms(compile(desk), 'كتائب حزب الله وحزب الله')
    expect(found.map((match) => [match.termId, match.nested])).toEqual([
      [1, false],
      [4, true],
      [2, true],
      [3, true],
      [2, false],
      [3, true],
    ])
  })

  it('that have the same Arabic are both found, neither nested', () => {
    const found = findTerms(compile([term('غزة', 'name', {}, 1), term('غزة', 'name', {}, 2)]), 'غزة')
    expect(found.map((match) => match.nested)).toEqual([false, false])
  })

  it('do not let a cut word stand where another entry has it whole', () => {
    const found = findTerms(compile([term('لوط', 'name', {}, 1), term('بلوط', 'noun', {}, 2)]), 'بلوط')
    expect(found.map((match) => match.termId)).toEqual([2])
  })

  it('of one concept make one match, by the spelling that fits', () => {
    const found = findTerms(
      compile([term('داعش', 'name', { spellings: ['داعش', 'الدولة الإسلامية', 'دولة الإسلام'] })]),
      'الدولة الإسلامية',
    )
    expect(found.map((match) => match.spelling)).toEqual(['الدولة الإسلامية'])
  })
})

describe('an entry marked exact only', () => {
  const exact = term('وفق', 'noun', { exactOnly: true })
  it.each([
    ['وفق', true],
    ['وَفقَ', true],
    ['الوفق', false],
    ['بوفق', false],
    ['وفقا', false],
  ])('in %s is found: %s', (text, found) => expect(findTerms(compile([exact]), text).length > 0).toBe(found))

  it('is found without its hamza too, but never as a particle', () => {
    expect(findTerms(compile([term('علي', 'name', { exactOnly: true })]), 'على')).toEqual([])
    expect(findTerms(compile([term('إيران', 'name', { exactOnly: true })]), 'ايران')).toHaveLength(1)
  })

  it('behind و or a preposition is possible where it is a name, and not enforced', () => {
    const town = compile([term('القائم', 'name', { exactOnly: true })])
    const found = findTerms(town, 'في القائم وبالقائم وللقائم، والقائمة وقائم')
    expect(found.map((match) => match.surface)).toEqual(['القائم', 'وبالقائم', 'وللقائم'])
    expect(found.map((match) => match.confidence >= enforcedFrom)).toEqual([true, false, false])
  })
})

describe('the spelling habits of a document', () => {
  it('are known by its frequent words', () => {
    expect(habitsOf(['فى القاهرة التى', 'ان الوزير'])).toEqual({ finalYa: 'dotless', hamza: 'omitted' })
    expect(habitsOf(['في القاهرة إلى'])).toEqual({ finalYa: 'dotted', hamza: 'written', finalAlif: 'plain' })
    expect(habitsOf(['الي القاهرة حتي'])).toEqual({ finalYa: 'unknown', hamza: 'omitted', finalAlif: 'dotted' })
    expect(habitsOf(['الي القاهرة حتى'])).toEqual({ finalYa: 'unknown', hamza: 'omitted' })
    expect(habitsOf(['إِلَى القاهرة حَتَّى'])).toMatchObject({ finalAlif: 'plain' })
    expect(habitsOf(['القاهرة'])).toEqual({ finalYa: 'unknown', hamza: 'unknown' })
  })
  it('serve where one paragraph alone does not show them', () => {
    const glossary = compile([term('قوي', 'noun')])
    const confidence = (habits: ReturnType<typeof habitsOf>) => findTerms(glossary, 'رئيس قوى', habits)[0]?.confidence ?? 0
    expect(confidence(habitsOf(['فى التى']))).toBeGreaterThan(confidence(habitsOf(['في التي'])))
  })
  it('tell a person from a particle in every paragraph, also where they were stored before their ى was asked', () => {
    const glossary = compile([term('علي', 'name')])
    const found = (habits: Habits) => findTerms(glossary, 'قال علي في', habits).length
    expect(found(habitsOf(['الي حتي']))).toBe(0)
    expect(found(JSON.parse('{"finalYa":"dotted","hamza":"omitted"}'))).toBe(1)
  })
})

describe('the reason of a match', () => {
  it.each([
    ['الحشد الشعبي', 'name', 'وللحشد الشعبي', 'و + لل + حشد الشعبي'],
    ['الحشد الشعبي', 'name', 'بالحشد الشعبي', 'ب + الحشد الشعبي'],
    ['قاعدة', 'noun', 'وبقاعدتين', 'و + ب + قاعدة (مثنى)'],
    ['إيران', 'name', 'ايران', 'إيران (إملاء)'],
    ['المادة 140', 'name', 'وبالمادة ١٤٠', 'و + ب + المادة 140'],
    ['14 آذار', 'name', 'في 14 آذار', '14 آذار'],
    ['تحالف 14 آذار', 'name', 'تحالف 14 آذار', 'تحالف 14 آذار'],
    ['ب.ك.ك', 'name', 'حزب ب ك ك', 'ب. ك. ك'],
  ] as const)('%s (%s) in %s reads %s', (entry, kind, text, why) => {
    expect(findTerms(compile([term(entry, kind)]), text).map(whyInArabic)).toEqual([why])
  })
})
