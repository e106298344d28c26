// Writes glossary/countries.csv: `node scripts/countries.mjs`.
// Country names come from the Unicode CLDR (package cldr-localenames-full, English and Arabic); the tables here say which of them news
// takes, how news writes some of them otherwise, which adjective English puts in their place, and which capitals go with them.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { stringify } from 'csv-stringify/sync'

/** Code, then the English adjectives: حكومة العراق is as often "the Iraqi government" as "the government of Iraq". */
const countries = `
AF Afghan
AL Albanian
DZ Algerian
AD Andorran
AO Angolan
AG Antiguan
AR Argentine|Argentinian
AM Armenian
AU Australian
AT Austrian
AZ Azerbaijani
BS Bahamian
BH Bahraini
BD Bangladeshi
BB Barbadian
BY Belarusian
BE Belgian
BZ Belizean
BJ Beninese
BT Bhutanese
BO Bolivian
BA Bosnian
BW Botswanan
BR Brazilian
BN Bruneian
BG Bulgarian
BF Burkinabe
BI Burundian
CV Cape Verdean
KH Cambodian
CM Cameroonian
CA Canadian
CF Central African
TD Chadian
CL Chilean
CN Chinese
CO Colombian
KM Comorian
CG Congolese
CD Congolese
CR Costa Rican
CI Ivorian
HR Croatian
CU Cuban
CY Cypriot
CZ Czech
DK Danish
DJ Djiboutian
DM Dominican
DO Dominican
EC Ecuadorian
EG Egyptian
SV Salvadoran
GQ Equatoguinean
ER Eritrean
EE Estonian
SZ Swazi
ET Ethiopian
FJ Fijian
FI Finnish
FR French
GA Gabonese
GM Gambian
GE Georgian
DE German
GH Ghanaian
GR Greek
GD Grenadian
GT Guatemalan
GN Guinean
GW
GY Guyanese
HT Haitian
HN Honduran
HU Hungarian
IS Icelandic
IN Indian
ID Indonesian
IR Iranian
IQ Iraqi
IE Irish
IL Israeli
IT Italian
JM Jamaican
JP Japanese
JO Jordanian
KZ Kazakh
KE Kenyan
KI
KW Kuwaiti
KG Kyrgyz
LA Laotian|Lao
LV Latvian
LB Lebanese
LS
LR Liberian
LY Libyan
LI
LT Lithuanian
LU
MG Malagasy
MW Malawian
MY Malaysian
MV Maldivian
ML Malian
MT Maltese
MH Marshallese
MR Mauritanian
MU Mauritian
MX Mexican
FM Micronesian
MD Moldovan
MC
MN Mongolian
ME Montenegrin
MA Moroccan
MZ Mozambican
MM Burmese
NA Namibian
NR
NP Nepali|Nepalese
NL Dutch
NZ
NI Nicaraguan
NE Nigerien
NG Nigerian
KP North Korean
MK Macedonian
NO Norwegian
OM Omani
PK Pakistani
PW Palauan
PA Panamanian
PG
PY Paraguayan
PE Peruvian
PH Philippine|Filipino
PL Polish
PT Portuguese
QA Qatari
RO Romanian
RU Russian
RW Rwandan
KN
LC
VC
WS Samoan
SM
ST
SA Saudi
SN Senegalese
RS Serbian
SC Seychellois
SL Sierra Leonean
SG Singaporean
SK Slovak
SI Slovenian|Slovene
SB
SO Somali
ZA South African
KR South Korean
SS South Sudanese
ES Spanish
LK Sri Lankan
SD Sudanese
SR Surinamese
SE Swedish
CH Swiss
SY Syrian
TJ Tajik
TZ Tanzanian
TH Thai
TL Timorese
TG Togolese
TO Tongan
TT
TN Tunisian
TR Turkish
TM Turkmen
TV
UG Ugandan
UA Ukrainian
AE Emirati
GB British
US American
UY Uruguayan
UZ Uzbek
VU
VA
VE Venezuelan
VN Vietnamese
YE Yemeni
ZM Zambian
ZW Zimbabwean
XK Kosovar
TW Taiwanese
PS Palestinian
EH Sahrawi
HK
MO
GL Greenlandic
GI
FK
PR Puerto Rican
`

/** Where news differs from the CLDR. `ar`, `en` replace its name; a replaced Arabic name stays as a variant unless `only` is set. */
const dress = {
  AE: { variants: 'الإمارات|دولة الإمارات', allowed: 'UAE|U.A.E.|Emirates', first: 'United Arab Emirates (UAE)', later: 'UAE' },
  AG: { en: 'Antigua and Barbuda' },
  AO: { variants: 'أنجولا' },
  BA: {
    en: 'Bosnia and Herzegovina',
    allowed: 'Bosnia-Herzegovina|Bosnia',
    variants: 'البوسنة',
    authority: 'UN',
    note: 'AP writes Bosnia-Herzegovina.',
  },
  BD: { variants: 'بنغلادش|بنجلاديش|بنجلادش' },
  BF: { variants: 'بوركينافاسو' },
  BJ: { exact: true, strength: 'advice', note: 'Also the common word بنين, sons.' },
  BN: { variants: 'سلطنة بروناي' },
  BS: { en: 'Bahamas', variants: 'الباهاماس|جزر الباهاماس' },
  BT: { strength: 'warning', note: 'Also butane (gas).' },
  BW: { variants: 'بتسوانا' },
  BY: { ar: 'بيلاروسيا', variants: 'روسيا البيضاء', avoid: 'Byelorussia|White Russia' },
  CD: {
    ar: 'جمهورية الكونغو الديمقراطية',
    only: true,
    en: 'Democratic Republic of the Congo',
    variants: 'الكونغو الديمقراطية|الكونغو الديموقراطية|جمهورية الكونغو الديموقراطية',
    allowed: 'DR Congo|DRC|Congo',
    authority: 'UN',
    note: 'Outlets shorten it to Congo or DR Congo; not the Republic of the Congo.',
  },
  CF: { variants: 'أفريقيا الوسطى' },
  CG: {
    ar: 'الكونغو',
    only: true,
    en: 'Republic of the Congo',
    variants: 'جمهورية الكونغو|الكونغو برازافيل',
    allowed: 'Congo Republic|Congo|Democratic Republic of the Congo|DR Congo',
    strength: 'advice',
    authority: 'UN',
    note: 'الكونغو alone may mean either state; look which capital is meant.',
  },
  CI: { en: 'Ivory Coast', variants: 'كوت ديفوار', allowed: "Côte d'Ivoire", authority: 'AP', note: "UN usage is Côte d'Ivoire." },
  CL: { variants: 'شيلي' },
  CU: { exact: true, strength: 'warning', note: 'كوبا without its marks is also كوبًا, a cup.' },
  CV: { allowed: 'Cabo Verde', authority: 'AP', note: 'UN usage is Cabo Verde.' },
  CZ: { variants: 'جمهورية التشيك|تشيكيا', allowed: 'Czech Republic', authority: 'UN' },
  DE: { variants: 'ألمانيا الاتحادية' },
  DK: { ar: 'الدنمارك', variants: 'الدانمارك' },
  DO: { variants: 'الدومينيكان|جمهورية الدومينيكان' },
  DZ: { allowed: 'Algiers', note: 'Country and capital have one name; الجزائر العاصمة is Algiers.' },
  EG: { variants: 'جمهورية مصر العربية', allowed: 'Arab Republic of Egypt' },
  EH: { note: 'The name of the territory at the UN.', authority: 'UN' },
  FK: {
    note: 'CLDR also has the form with Islas Malvinas; Argentina uses Malvinas.',
    allowed: 'Malvinas|Falklands',
    variants: 'جزر الفوكلاند',
  },
  GA: { variants: 'غابون|الجابون' },
  GB: { variants: 'المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية', allowed: 'UK|U.K.|Britain' },
  GE: { note: 'The country in the Caucasus and the US state have one name in both languages.' },
  GM: { variants: 'جامبيا' },
  GT: { variants: 'جواتيمالا' },
  HK: { ar: 'هونغ كونغ', only: true, en: 'Hong Kong', variants: 'هونج كونج' },
  HU: { variants: 'المجر' },
  IE: { note: 'أيرلندا الشمالية is Northern Ireland.' },
  IL: { variants: 'دولة إسرائيل', allowed: 'State of Israel' },
  IR: { note: 'الجمهورية الإسلامية الإيرانية has an entry of its own.' },
  JM: { variants: 'جاميكا' },
  KG: { variants: 'قرغيزستان|قرغيزيا' },
  KM: { variants: 'جمهورية القمر المتحدة', allowed: 'Comoro Islands' },
  KN: { en: 'St. Kitts and Nevis', allowed: 'Saint Kitts and Nevis' },
  KP: { variants: 'جمهورية كوريا الشعبية الديمقراطية', allowed: "Democratic People's Republic of Korea|DPRK" },
  KR: { variants: 'جمهورية كوريا', allowed: 'Republic of Korea' },
  KW: {
    variants: 'دولة الكويت',
    allowed: 'Kuwait City|State of Kuwait',
    note: 'Country and capital have one name; مدينة الكويت is Kuwait City.',
  },
  KZ: { variants: 'كازخستان' },
  LC: { allowed: 'Saint Lucia' },
  LK: { variants: 'سري لانكا' },
  LU: { variants: 'لوكسمبورج', allowed: 'Luxembourgish', note: 'Country and capital have one name.' },
  MA: {
    variants: 'المملكة المغربية',
    allowed: 'Kingdom of Morocco|Maghreb',
    note: 'Also sunset (صلاة المغرب); المغرب العربي is the Maghreb.',
  },
  MD: { variants: 'مولدافيا' },
  ML: { exact: true, strength: 'advice', note: 'Also the common adjective مالي, financial.' },
  MM: { ar: 'ميانمار', only: true, en: 'Myanmar', variants: 'بورما', allowed: 'Burma' },
  MO: { ar: 'ماكاو', only: true, en: 'Macao', variants: 'مكاو', allowed: 'Macau' },
  MV: { variants: 'المالديف' },
  MW: { ar: 'مالاوي' },
  MZ: { variants: 'الموزمبيق' },
  NE: { note: 'Not Nigeria, which is نيجيريا.' },
  NG: { note: 'Not Niger, which is النيجر.' },
  NI: { variants: 'نيكاراجوا' },
  NL: { avoid: 'Holland', note: 'Holland is a part of the country.' },
  NZ: { variants: 'نيوزلندا' },
  OM: {
    ar: 'عمان',
    only: true,
    allowed: 'Amman',
    strength: 'advice',
    note: 'عُمان is Oman, عمّان is Amman; without marks only the context tells. سلطنة عمان is always Oman.',
  },
  PA: { note: 'Country, capital (بنما سيتي) and canal share the name.' },
  PE: { variants: 'البيرو' },
  PS: {
    ar: 'فلسطين',
    only: true,
    en: 'Palestine',
    allowed: 'Palestinian territories',
    strength: 'warning',
    note: 'دولة فلسطين is the name used at the UN, State of Palestine; agencies often name the Gaza Strip or the West Bank instead.',
  },
  PY: { variants: 'الباراغواي|باراجواي' },
  QA: { variants: 'دولة قطر', allowed: 'State of Qatar', note: 'قُطر without marks is also a common word: country, diameter.' },
  RU: { note: 'الاتحاد الروسي has an entry of its own.' },
  SA: {
    ar: 'السعودية',
    only: true,
    note: 'السعودية is also the feminine adjective, Saudi. المملكة العربية السعودية has an entry of its own.',
  },
  SC: { variants: 'سيشيل|جزر سيشل' },
  SD: { note: 'جنوب السودان is another country.' },
  SG: { note: 'Country and city have one name.' },
  SL: { variants: 'سيرا ليون' },
  SS: { variants: 'دولة جنوب السودان' },
  ST: { en: 'São Tomé and Príncipe', allowed: 'Sao Tome and Principe' },
  SY: {
    variants: 'سورية|الجمهورية العربية السورية',
    allowed: 'Syrian Arab Republic',
    note: 'سورية is the older spelling of the name and also the feminine adjective, Syrian.',
  },
  SZ: { variants: 'سوازيلاند', avoid: 'Swaziland', note: 'Renamed in 2018.' },
  TH: { variants: 'تايلند' },
  TL: { ar: 'تيمور الشرقية', only: true, variants: 'تيمور ليشتي', allowed: 'East Timor', authority: 'UN', note: 'AP writes East Timor.' },
  TN: { allowed: 'Tunis', note: 'Country and capital have one name; تونس العاصمة is Tunis.' },
  TR: { en: 'Turkey', allowed: 'Türkiye|Turkiye', authority: 'BBC', note: 'Türkiye at the UN since 2022, and in the CLDR.' },
  TT: { en: 'Trinidad and Tobago' },
  US: {
    variants: 'الولايات المتحدة الأميركية|الولايات المتحدة الأمريكية',
    allowed: 'US|U.S.|United States of America|USA',
    note: 'One form, US or U.S., throughout a document.',
  },
  UY: { ar: 'أوروغواي', variants: 'الأوروغواي|أوروجواي' },
  VA: { en: 'Vatican', allowed: 'Vatican City|Holy See', authority: 'AP' },
  VC: { en: 'St. Vincent and the Grenadines', allowed: 'Saint Vincent and the Grenadines', authority: 'AP' },
  XK: { variants: 'كوسوفا', note: 'The name as CLDR and the agencies have it; not a statement on its status.' },
  YE: { variants: 'الجمهورية اليمنية', allowed: 'Republic of Yemen' },
  ZW: { variants: 'زمبابوي' },
}

/** Names of countries and regions which the CLDR does not have: spellings, the preferred rendering and the allowed ones, strength, authority, note. */
const furtherNames = [
  ['المملكة العربية السعودية', 'Kingdom of Saudi Arabia / Saudi Arabia / KSA / Saudi', 'required', 'own usage', ''],
  ['الجزائر العاصمة', 'Algiers', 'required', 'AP', ''],
  ['تونس العاصمة', 'Tunis', 'required', 'AP', ''],
  ['مدينة الكويت', 'Kuwait City', 'required', 'AP', ''],
  ['أميركا|أمريكا', 'America / United States / US / U.S. / American', 'warning', 'AP', 'In news mostly the United States.'],
  ['أميركا اللاتينية|أمريكا اللاتينية', 'Latin America / Latin American', 'required', 'AP', ''],
  ['أميركا الشمالية|أمريكا الشمالية', 'North America / North American', 'required', 'AP', ''],
  ['أميركا الجنوبية|أمريكا الجنوبية', 'South America / South American', 'required', 'AP', ''],
  ['بريطانيا|بريطانيا العظمى', 'Britain / UK / U.K. / United Kingdom / Great Britain / British', 'required', 'AP', ''],
  ['إنجلترا|إنكلترا', 'England / English', 'required', 'AP', 'A part of the United Kingdom.'],
  ['اسكتلندا|أسكوتلندا', 'Scotland / Scottish', 'required', 'AP', 'A part of the United Kingdom.'],
  ['أيرلندا الشمالية', 'Northern Ireland / Northern Irish', 'required', 'AP', 'A part of the United Kingdom.'],
  ['الاتحاد الروسي|روسيا الاتحادية', 'Russian Federation / Russia / Russian', 'required', 'UN', ''],
  ['الاتحاد السوفيتي|الاتحاد السوفياتي|الاتحاد السوفييتي', 'Soviet Union / USSR / U.S.S.R. / Soviet', 'required', 'AP', ''],
  ['جمهورية الصين الشعبية|الصين الشعبية', "People's Republic of China / PRC / China / Chinese", 'required', 'UN', ''],
  [
    'الجمهورية الإسلامية الإيرانية|جمهورية إيران الإسلامية',
    'Islamic Republic of Iran / Islamic Republic / Iran / Iranian',
    'required',
    'UN',
    '',
  ],
  ['الجمهورية الإسلامية', 'Islamic Republic', 'warning', 'own usage', 'Mostly Iran; Mauritania and Pakistan have it in their names too.'],
  ['دولة فلسطين', 'State of Palestine / Palestine', 'required', 'UN', ''],
  ['الأراضي الفلسطينية', 'Palestinian territories / Palestinian territory', 'required', 'AP', ''],
  [
    'الأراضي الفلسطينية المحتلة',
    'occupied Palestinian territory / occupied Palestinian territories',
    'required',
    'UN',
    'The UN writes it in the singular.',
  ],
  ['سلطنة عمان', 'Sultanate of Oman / Oman / Omani', 'required', 'own usage', ''],
  ['جمهورية العراق', 'Republic of Iraq / Iraq', 'required', 'own usage', ''],
  ['المملكة الأردنية الهاشمية', 'Hashemite Kingdom of Jordan / Jordan', 'required', 'own usage', ''],
  ['مملكة البحرين', 'Kingdom of Bahrain / Bahrain', 'required', 'own usage', ''],
  ['كردستان', 'Kurdistan', 'required', 'AP', 'In news of Iraq mostly the Kurdistan Region.'],
  ['شبه الجزيرة الكورية', 'Korean Peninsula', 'required', 'AP', ''],
  ['الدول الإسكندنافية|الدول الاسكندينافية', 'Scandinavian countries / Scandinavia / Nordic countries', 'warning', 'house', ''],
  ['دول البلقان|البلقان', 'Balkans / Balkan', 'required', 'AP', ''],
  ['دول البلطيق', 'Baltic states / Baltics / Baltic countries', 'required', 'AP', ''],
]

/** Arabic | variants, English; then, where there is something to say, strength, note, renderings to avoid, allowed renderings. */
const capitals = [
  // The Arab world
  ['بغداد', 'Baghdad'],
  ['دمشق', 'Damascus'],
  ['بيروت', 'Beirut'],
  ['القاهرة', 'Cairo'],
  ['الرياض', 'Riyadh', '', 'الرياض is also the name of a newspaper, and the common word for gardens.'],
  ['الدوحة', 'Doha'],
  ['المنامة', 'Manama'],
  ['أبو ظبي|أبوظبي', 'Abu Dhabi'],
  ['مسقط', 'Muscat', 'warning', 'مسقط رأسه is his birthplace.'],
  ['صنعاء', 'Sanaa', '', "UN usage is Sana'a.", '', "Sana'a"],
  ['الخرطوم', 'Khartoum'],
  ['طرابلس', 'Tripoli', '', 'The capital of Libya, or the city in northern Lebanon.'],
  ['الرباط', 'Rabat', 'warning', 'Also a common word: bond, ligament.'],
  ['نواكشوط', 'Nouakchott'],
  ['مقديشو|مقديشيو', 'Mogadishu'],
  ['موروني', 'Moroni'],
  // The neighbours
  ['طهران', 'Tehran', '', '', 'Teheran'],
  ['أنقرة', 'Ankara'],
  ['كابول|كابل', 'Kabul', 'warning', 'كابل is also the common word for cable.'],
  ['إسلام آباد', 'Islamabad'],
  ['نيودلهي|نيو دلهي', 'New Delhi'],
  ['دكا', 'Dhaka', 'advice', 'Also دكًّا, flat to the ground.', 'Dacca'],
  ['كولومبو', 'Colombo'],
  ['كاتماندو|كاتمندو', 'Kathmandu', '', '', 'Katmandu'],
  ['باكو', 'Baku'],
  ['يريفان', 'Yerevan'],
  ['تبليسي|تبيليسي', 'Tbilisi'],
  ['أستانا', 'Astana', '', 'Named Nur-Sultan from 2019 to 2022.', 'Nur-Sultan'],
  ['طشقند', 'Tashkent'],
  ['دوشنبه|دوشانبي|دوشنبي', 'Dushanbe'],
  ['بشكيك|بيشكيك', 'Bishkek'],
  ['عشق آباد', 'Ashgabat', '', '', 'Ashkhabad'],
  ['نيقوسيا', 'Nicosia'],
  ['أديس أبابا', 'Addis Ababa'],
  ['أسمرة|أسمرا', 'Asmara'],
  ['جوبا', 'Juba'],
  ['نجامينا|إنجامينا', "N'Djamena"],
  ['نيامي', 'Niamey'],
  ['باماكو', 'Bamako'],
  ['داكار|دكار', 'Dakar'],
  // Europe
  ['لندن', 'London'],
  ['باريس', 'Paris'],
  ['برلين', 'Berlin'],
  ['روما', 'Rome'],
  ['مدريد', 'Madrid'],
  ['لشبونة', 'Lisbon'],
  ['أثينا', 'Athens'],
  ['بروكسل', 'Brussels'],
  ['أمستردام', 'Amsterdam'],
  ['فيينا', 'Vienna'],
  ['برن', 'Bern', '', '', 'Berne'],
  ['وارسو', 'Warsaw'],
  ['براغ', 'Prague'],
  ['بودابست', 'Budapest'],
  ['بوخارست', 'Bucharest'],
  ['صوفيا', 'Sofia'],
  ['بلغراد|بلجراد', 'Belgrade'],
  ['زغرب', 'Zagreb'],
  ['سراييفو', 'Sarajevo'],
  ['ليوبليانا', 'Ljubljana'],
  ['براتيسلافا', 'Bratislava'],
  ['سكوبيه|سكوبي', 'Skopje'],
  ['تيرانا', 'Tirana'],
  ['بريشتينا', 'Pristina'],
  ['بودغوريتسا', 'Podgorica'],
  ['كييف', 'Kyiv', '', 'The Ukrainian form, used by the UN and, since 2019, by AP.', 'Kiev'],
  ['موسكو', 'Moscow'],
  ['مينسك', 'Minsk'],
  ['كيشيناو|تشيسيناو', 'Chisinau', '', '', 'Kishinev', 'Chișinău'],
  ['فيلنيوس', 'Vilnius'],
  ['ريغا', 'Riga'],
  ['تالين', 'Tallinn'],
  ['هلسنكي', 'Helsinki'],
  ['ستوكهولم', 'Stockholm'],
  ['أوسلو', 'Oslo'],
  ['كوبنهاغن|كوبنهاجن', 'Copenhagen'],
  ['ريكيافيك', 'Reykjavik'],
  ['دبلن', 'Dublin'],
  ['فاليتا', 'Valletta'],
  // The Americas
  ['واشنطن', 'Washington', '', 'The capital or, by figure of speech, its government.'],
  ['أوتاوا', 'Ottawa'],
  ['مكسيكو سيتي|مكسيكو', 'Mexico City'],
  ['هافانا', 'Havana'],
  ['كراكاس|كاراكاس', 'Caracas'],
  ['بوغوتا|بوجوتا', 'Bogota', '', '', '', 'Bogotá'],
  ['برازيليا', 'Brasilia', '', '', '', 'Brasília'],
  ['بوينس آيرس|بوينوس آيرس', 'Buenos Aires'],
  ['سانتياغو|سانتياجو', 'Santiago'],
  ['ليما', 'Lima'],
  ['كيتو', 'Quito'],
  ['لاباز', 'La Paz', '', 'Seat of the government of Bolivia.'],
  // East and South-East Asia, Oceania
  ['بكين|بيجين|بيجينغ', 'Beijing', '', '', 'Peking'],
  ['طوكيو', 'Tokyo'],
  ['سيول', 'Seoul', 'advice', 'Also سيول, floods.'],
  ['بيونغ يانغ|بيونغيانغ|بيونج يانج', 'Pyongyang'],
  ['تايبيه|تايبي', 'Taipei'],
  ['أولان باتور', 'Ulaanbaatar', '', '', 'Ulan Bator'],
  ['هانوي', 'Hanoi'],
  ['بانكوك', 'Bangkok'],
  ['مانيلا', 'Manila'],
  ['جاكرتا', 'Jakarta', '', '', 'Djakarta'],
  ['كوالالمبور|كوالا لمبور', 'Kuala Lumpur'],
  ['بنوم بنه', 'Phnom Penh'],
  ['نايبيداو|نايبيتاو', 'Naypyitaw', '', '', '', 'Naypyidaw'],
  ['كانبيرا|كانبرا', 'Canberra'],
  ['ويلينغتون|ولنغتون', 'Wellington'],
  // Africa
  ['نيروبي', 'Nairobi'],
  ['كمبالا', 'Kampala'],
  ['كيغالي', 'Kigali'],
  ['دودوما', 'Dodoma'],
  ['كينشاسا', 'Kinshasa'],
  ['برازافيل', 'Brazzaville'],
  ['أبوجا', 'Abuja'],
  ['أكرا', 'Accra'],
  ['واغادوغو|واجادوجو', 'Ouagadougou'],
  ['بانغي', 'Bangui'],
  ['ياوندي', 'Yaounde', '', '', '', 'Yaoundé'],
  ['ليبرفيل', 'Libreville'],
  ['لواندا', 'Luanda'],
  ['بريتوريا', 'Pretoria'],
  ['هراري', 'Harare'],
  ['لوساكا', 'Lusaka'],
  ['مابوتو', 'Maputo'],
  ['أنتاناناريفو', 'Antananarivo'],
  ['كوناكري', 'Conakry'],
  ['فريتاون', 'Freetown'],
  ['مونروفيا', 'Monrovia'],
]

const require = createRequire(import.meta.url)
const territories = (language) =>
  require(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories

/** The rows of one entry: the preferred rendering first, carrying what holds for the whole entry. */
function rows(entry) {
  const { source, preferred, strength, authority, subject } = entry
  const head = {
    source,
    target: preferred,
    kind: 'name',
    standing: 'preferred',
    strength: strength || 'required',
    note: entry.note ?? '',
    variants: (entry.variants ?? []).join('|'),
    authority,
    subject,
    exact_only: entry.exact ? 'yes' : '',
    first_mention: entry.first ?? '',
    later_mention: entry.later ?? '',
  }
  const others = (texts, standing) => (texts ?? []).map((target) => ({ source, target, standing }))
  return [head, ...others(entry.allowed, 'allowed'), ...others(entry.avoid, 'avoid')]
}

const list = (text, mark) => (text ? text.split(mark).map((part) => part.trim()) : [])

function ofCountry(line, arabic, english) {
  const code = line.slice(0, 2)
  const adjectives = list(line.slice(3), '|')
  const change = dress[code] ?? {}
  const source = change.ar ?? arabic[code]
  const older = change.ar && !change.only ? [arabic[code]] : []
  const variants = [...new Set([...list(change.variants, '|'), ...older])].filter((spelling) => spelling !== source)
  return {
    ...change,
    source,
    variants,
    preferred: change.en ?? english[code],
    allowed: [...list(change.allowed, '|'), ...adjectives],
    avoid: list(change.avoid, '|'),
    authority: change.authority ?? 'CLDR',
    subject: 'countries',
  }
}

function ofName([spellings, renderings, strength, authority, note]) {
  const [source, ...variants] = list(spellings, '|')
  const [preferred, ...allowed] = list(renderings, ' / ')
  return { source, variants, preferred, allowed, strength, authority, note, subject: 'countries' }
}

function ofCapital([spellings, preferred, strength, note, avoid, allowed]) {
  const [source, ...variants] = list(spellings, '|')
  const authority = allowed ? 'AP' : 'BGN'
  const exact = strength === 'advice'
  const others = { avoid: list(avoid, '|'), allowed: list(allowed, '|') }
  return { source, variants, preferred, strength, note, exact, ...others, authority, subject: 'capitals' }
}

const columns = 'source,target,kind,standing,strength,note,variants,authority,subject,exact_only,always,first_mention,later_mention'.split(
  ',',
)
const arabic = territories('ar')
const english = territories('en')
const entries = [
  ...countries
    .trim()
    .split('\n')
    .map((line) => ofCountry(line, arabic, english)),
  ...furtherNames.map(ofName),
  ...capitals.map(ofCapital),
]
const file = fileURLToPath(new URL('../glossary/countries.csv', import.meta.url))
writeFileSync(file, stringify(entries.flatMap(rows), { header: true, columns }))
console.log(`${entries.length} entries written to glossary/countries.csv`)
