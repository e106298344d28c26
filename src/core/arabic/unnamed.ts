import { onceForEachWord } from '../once.ts'
import { key } from './letters.ts'
import { isParticle, isWhole } from './particles.ts'
import { listedNouns } from './plurals.ts'

/** Days, months (three families and the Hijri ones), hours and spans of time: they recur in all news and name nothing that a glossary decides. */
const timeRows = `
السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة سبت أحد اثنين ثلاثاء أربعاء خميس جمعة
يناير فبراير مارس أبريل إبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين جانفي فيفري أفريل ماي جوان جويلية أوت
محرم صفر رجب شعبان رمضان شوال
يوم أيام يوما يومين اليوم يوميا أمس غدا ليل الليل ليلة صباح الصباح صباحا مساء المساء ظهر الظهر فجر الفجر عصر عشية
ساعة ساعات ساعتين الساعة دقيقة دقائق ثانية ثوان أسبوع أسابيع أسبوعين الأسبوع أسبوعيا شهر أشهر شهور شهرين الشهر شهريا سنة سنوات سنتين السنة سنويا عام أعوام عامين عقد عقود قرن
الماضي الماضية المقبل المقبلة الجاري الجارية الحالي الحالية المنصرم الفائت القادم القادمة السابق السابقة التالي التالية
حاليا سابقا لاحقا مؤخرا قريبا حديثا الآن حينها آنذاك وقت الوقت موعد تاريخ مدة فترة مرة مرات مرتين أحيانا دائما غالبا عادة
`

/** Numbers and what only counts or measures. */
const numberRows = `
واحد واحدة اثنان اثنتان اثنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني ثمانية تسع تسعة عشر عشرة
عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين
مئة مائة مئات مئتان مئتين ألف آلاف ألفي ألفين مليون مليونا ملايين مليوني مليار مليارا مليارات ملياري تريليون بليون بليونا بلايين
أول أولى الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة السابع السابعة الثامن الثامنة التاسع التاسعة العاشر العاشرة
نصف ثلث ربع نسبة المئة المائة بالمئة عدد عشرات بضع بضعة كلا كلتا معظم أغلب جميع سائر أكثر أقل نحو حوالي زهاء قرابة كيلومتر كيلومترا كيلومترات متر أمتار
`

/** Verbs of news in the past, masculine: their feminine and their present are found by rule. */
const verbRows = `
قال أعلن أكد أضاف أشار أوضح ذكر صرح أفاد نقل كشف دعا دعت طالب حذر نفى نفت أدان استنكر رأى اعتبر شدد لفت بحث ناقش التقى استقبل زار وصل غادر عاد بدأ واصل استمر جاء تم جرى يجري قام شهد
تعرض أدى أسفر قتل أصيب اعتقل أطلق استهدف سيطر نفذ شن قرر وافق رفض طلب وعد تعهد اتهم حمل تلقى قدم أجرى عقد شارك حضر أعرب عبر توقع يتوقع أمر أصدر نشر تبنى تضمن ضم يضم شمل بلغ ارتفع انخفض
تقع يقع انتهى انسحب انضم انطلق انعقد انتشر اندلع استعاد استشهد استخدم تواصل تراجع تزايد
يقول تقول يقولون يضم تضم يكون تكون يتم تتم يعود تعود يزور تزور يصل تصل يرى ترى يتبنى تتبنى يدعو تدعو
حصل وقع وقعت تمكن يمكن يجب يعد ينص يشار يذكر يأتي يبدو صار أصبح أصبحت ظل بات مازال زال ظهر تسلم سلم عثر ضبط صوت أقر أيد عارض انتقد رحب تابع ختم تساءل يستطيع أراد يريد يعتقد يحق فاز خسر اتفق وقعوا كان ليس
`

/** Adverbs and bare connecting nouns that begin or end no name. */
const connectingRows = `
باسم جدا معا أيضا وحده وحدها نفسه نفسها نفسهم ذاته ذاتها خصوصا لاسيما سيما خاصة عموما تقريبا فورا مجددا تحديدا بحسب حسب وفق وفقا طبقا نظرا إضافة بالإضافة فضلا علاوة رغم بالرغم برغم بسبب نتيجة إثر أثناء عقب جراء تجاه إزاء حيال بشأن بخصوص حول
مقابل بدل بدلا سوف داخل خارج أعلى أسفل جانب جهة جهته جهتها ناحية مثل شأن إطار سياق ظل غرار صعيد مستوى طريق سبيل أجل وجه شكل بشكل عبارة أمر شيء آخر أخرى آخرون آخرين ذات صاحب قيد مدى حد حال حالة شرط منهم بينهم إحدى أحد أحدهم مما عبره
`

const unnamed = new Set(`${timeRows} ${numberRows} ${connectingRows}`.trim().split(/\s+/).map(key))
const verbs = new Set(verbRows.trim().split(/\s+/).map(key))

/** True of a word, in `plain` spelling and without proclitics, that is part of no name and no term: function words, dates, numbers, the verbs of news. */
export const isUnnamed = onceForEachWord((word) => {
  // فى is في without its dots; علي is never على.
  return isParticle(word) || isParticle(word.replace(/ى$/, 'ي')) || isUnnamedKey(word, key(word))
})

function isUnnamedKey(word: string, folded: string): boolean {
  return (
    unnamed.has(folded) ||
    isVerb(folded) ||
    isFeminineVerb(word, folded) ||
    isDerivedVerb(folded) ||
    hasPronoun(folded) ||
    /^(?:ابن|بن)$/.test(folded)
  )
}

/** بلاده, تقريرها: a listed noun with an attached pronoun is somebody's, and names nothing by itself. */
function hasPronoun(folded: string): boolean {
  const noun = /^(.{3,}?)(?:هما|هم|ها|ه|نا)$/.exec(folded)?.[1]
  if (noun === undefined || listedNouns().has(folded)) return false
  return listedNouns().has(noun) || (noun.endsWith('ت') && listedNouns().has(`${noun.slice(0, -1)}ة`))
}

/** اجتمع, انسحب, استخدم: the past of these forms has no alif before its last letter, their nouns have (اجتماع). */
function isDerivedVerb(folded: string): boolean {
  return /^(?:ا[^ا]ت|ان[^ا]|است[^ا])[^اة][^اةيء](?:وا|ا)?$/.test(folded) && !listedNouns().has(folded)
}

/** قال, قالوا, يقول is listed only where its past shows it: يعلن beside أعلن, تطالب beside طالب. */
function isVerb(folded: string): boolean {
  const past = folded.replace(/(?:وا|تا|ا)$/, '')
  if (verbs.has(folded) || verbs.has(past)) return true
  const present = /^س?[يت](.{2,})$/.exec(folded)?.[1]?.replace(/ون$/, '')
  return present !== undefined && (verbs.has(`ا${present}`) || (present.length > 2 && verbs.has(present) && !listedNouns().has(folded)))
}

/** أعلنت, تعرضت: a bare word in ت that no ا و ي precedes is a verb of the feminine, but for وقت, بنت and other listed nouns. */
function isFeminineVerb(word: string, folded: string): boolean {
  return /^(?!ال).{2,}[^اوي]ت$/.test(folded) && !listedNouns().has(folded) && !isWhole(word)
}
