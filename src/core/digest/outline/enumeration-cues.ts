/** The words that count points in running text, language by language: data for `enumerations.ts`. */

/** One way of counting: `steps[i]` are the words that open point i + 1, `last` those that may open the final one. */
export interface CueSeries {
  name: string;
  steps: string[][];
  last?: string[];
  /** The cue must be followed by a comma, a colon or the like, since the bare word opens ordinary sentences too. */
  marked?: boolean;
}

/** Splits "a|b, c, d" into steps with their alternatives. */
const steps = (text: string) => text.split(',').map((step) => step.split('|').map((cue) => cue.trim()));

/**
 * Written from the grammar of each language; lower case, every apostrophe written ' (as the text is before they are
 * sought); where an adverb and a bare ordinal differ, each is a series of its own or an alternative.
 */
export const CUES: readonly CueSeries[] = [
  {
    name: 'en',
    steps: steps(
      `firstly|first of all|first and foremost|first off|in the first place|to begin with|to start with,secondly
        |second of all|in the second place,thirdly|in the third place,fourthly,fifthly,sixthly,seventhly,eighthly,
        ninthly,tenthly`,
    ),
    last: ['finally', 'lastly', 'last of all', 'last but not least'],
  },
  {
    name: 'en',
    marked: true,
    steps: steps('first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth'),
    last: ['finally', 'lastly', 'last', 'last of all', 'last but not least'],
  },
  { name: 'en-hand', steps: steps('on the one hand|on one hand,on the other hand|on the other') },
  { name: 'en-number', marked: true, steps: steps('one,two,three,four,five,six,seven,eight,nine,ten') },
  {
    name: 'zh',
    steps: steps(
      '首先|第一|其一|一是,其次|第二|其二|二是,再次|再者|第三|其三|三是,第四|其四|四是,第五|其五|五是,第六|其六|六是,第七|七是,第八|八是,第九,第十',
    ),
    last: ['最后', '最後', '末了'],
  },
  { name: 'zh-hand', steps: steps('一方面,另一方面|另外一方面') },
  {
    name: 'ja',
    steps: steps(
      'まず|第一に|一つ目は|1つ目は|最初に|初めに,次に|第二に|続いて|二つ目は|2つ目は,第三に|三つ目は|3つ目は|さらに,第四に|四つ目は|4つ目は,第五に|五つ目は',
    ),
    last: ['最後に', '終わりに'],
  },
  { name: 'ja-hand', steps: steps('一方では|一方で,他方では|他方|もう一方では') },
  {
    name: 'ko',
    steps: steps(
      `첫째|첫 번째는|첫 번째로|첫번째로|먼저|우선,둘째|두 번째는|두 번째로|두번째로|다음으로,셋째|세 번째는|세 번째로|세번째로,넷째|네 번째는|네 번째로,다섯째|다섯 번째로,여섯째,일곱째,여덟째,
        아홉째,열째`,
    ),
    last: ['마지막으로', '끝으로'],
  },
  {
    name: 'ru',
    steps: steps(
      `во-первых|прежде всего,во-вторых,в-третьих,в-четвертых|в-четвёртых,в-пятых,в-шестых,в-седьмых,в-восьмых,
        в-девятых,в-десятых`,
    ),
    last: ['наконец', 'и наконец', 'и последнее'],
  },
  {
    name: 'ru',
    marked: true,
    steps: steps('первое|первый,второе|второй,третье|третий,четвертое|четвёртое,пятое,шестое,седьмое'),
  },
  { name: 'ru-hand', steps: steps('с одной стороны,с другой стороны|с другой') },
  {
    name: 'uk',
    steps: steps("по-перше|насамперед,по-друге,по-третє,по-четверте,по-п'яте,по-шосте,по-сьоме"),
    last: ['нарешті', 'насамкінець'],
  },
  {
    name: 'de',
    steps: steps(
      `erstens|zuerst|zunächst|als erstes,zweitens|als zweites|dann,drittens|als drittes|danach,viertens,fünftens,
        sechstens,siebtens|siebentens,achtens,neuntens,zehntens`,
    ),
    last: ['schließlich', 'schliesslich', 'zuletzt', 'zum schluss', 'letztens'],
  },
  {
    name: 'de-hand',
    steps: steps('einerseits|auf der einen seite|zum einen,andererseits|auf der anderen seite|zum anderen'),
  },
  {
    name: 'fr',
    steps: steps(
      `premièrement|d'abord|tout d'abord|en premier lieu|primo,deuxièmement|ensuite|en second lieu|en deuxième lieu
        |secundo|secondement,troisièmement|puis|en troisième lieu|tertio,quatrièmement|en quatrième lieu|quarto,
        cinquièmement,sixièmement,septièmement`,
    ),
    last: ['enfin', 'finalement', 'en dernier lieu', 'pour finir', 'pour terminer'],
  },
  { name: 'fr-hand', steps: steps("d'une part|d'un côté,d'autre part|de l'autre|d'un autre côté|de l'autre côté") },
  {
    name: 'es',
    steps: steps(
      `en primer lugar|primero|primeramente|ante todo,en segundo lugar|segundo|luego,en tercer lugar|tercero|después,
        en cuarto lugar|cuarto,en quinto lugar|quinto,en sexto lugar,en séptimo lugar`,
    ),
    last: ['por último', 'finalmente', 'en último lugar', 'para terminar'],
    marked: true,
  },
  { name: 'es-hand', steps: steps('por un lado|por una parte,por otro lado|por otra parte|por otro|por otra') },
  {
    name: 'pt',
    steps: steps(
      `em primeiro lugar|primeiro|primeiramente,em segundo lugar|segundo|depois,em terceiro lugar|terceiro,
        em quarto lugar|quarto,em quinto lugar|quinto,em sexto lugar`,
    ),
    last: ['por último', 'por fim', 'finalmente', 'em último lugar'],
    marked: true,
  },
  { name: 'pt-hand', steps: steps('por um lado,por outro lado|por outro') },
  {
    name: 'it',
    steps: steps(
      `in primo luogo|innanzitutto|anzitutto|prima di tutto|primo,in secondo luogo|secondo|poi,in terzo luogo|terzo,
        in quarto luogo|quarto,in quinto luogo|quinto`,
    ),
    last: ['infine', 'per ultimo', 'in ultimo luogo', 'da ultimo'],
    marked: true,
  },
  { name: 'it-hand', steps: steps("da un lato|da una parte,dall'altro|dall'altro lato|dall'altra|dall'altra parte") },
  {
    name: 'nl',
    steps: steps(
      `ten eerste|allereerst|in de eerste plaats,ten tweede|in de tweede plaats,ten derde,ten vierde,ten vijfde,
        ten zesde`,
    ),
    last: ['tot slot', 'ten slotte', 'tenslotte'],
  },
  { name: 'nl-hand', steps: steps('enerzijds|aan de ene kant,anderzijds|aan de andere kant') },
  {
    name: 'sv',
    steps: steps('för det första,för det andra,för det tredje,för det fjärde,för det femte'),
    last: ['slutligen', 'till sist'],
  },
  {
    name: 'da',
    steps: steps('for det første,for det andet|for det andre,for det tredje,for det fjerde,for det femte'),
    last: ['endelig', 'til sidst', 'til slutt'],
  },
  {
    name: 'fi',
    steps: steps('ensinnäkin|ensiksi|ensiksikin,toiseksi|toisekseen,kolmanneksi,neljänneksi,viidenneksi'),
    last: ['lopuksi', 'viimeiseksi'],
  },
  {
    name: 'pl',
    steps: steps('po pierwsze|przede wszystkim,po drugie,po trzecie,po czwarte,po piąte,po szóste,po siódme'),
    last: ['wreszcie', 'na koniec', 'po ostatnie'],
  },
  { name: 'pl-hand', steps: steps('z jednej strony,z drugiej strony|z drugiej') },
  {
    name: 'cs',
    steps: steps(
      'za prvé|zaprvé|předně|po prvé,za druhé|zadruhé|po druhé,za třetí|zatřetí|po tretie,za čtvrté,za páté',
    ),
    last: ['konečně', 'nakonec'],
  },
  {
    name: 'hu',
    steps: steps(
      'először|először is|elsősorban,másodszor|másodszor is|másodsorban,harmadszor|harmadszor is,negyedszer,ötödször',
    ),
    last: ['végül', 'végezetül'],
  },
  {
    name: 'ro',
    steps: steps(
      'în primul rând|mai întâi,în al doilea rând,în al treilea rând,în al patrulea rând,în al cincilea rând',
    ),
    last: ['în cele din urmă', 'în final'],
  },
  {
    name: 'bg',
    steps: steps('първо|на първо място,второ|на второ място,трето|на трето място,четвърто,пето'),
    last: ['накрая', 'последно'],
    marked: true,
  },
  {
    name: 'sr',
    steps: steps('prvo|најпре|прво|najprije,drugo|друго,treće|треће,četvrto|четврто,peto|пето'),
    last: ['na kraju', 'на крају', 'konačno'],
    marked: true,
  },
  {
    name: 'el',
    steps: steps(
      `πρώτον|πρώτα απ' όλα|κατ' αρχάς|καταρχάς|πρώτα,δεύτερον|κατά δεύτερον|έπειτα,τρίτον|κατά τρίτον,τέταρτον,
        πέμπτον,έκτον,έβδομον`,
    ),
    last: ['τέλος', 'τελευταίο'],
  },
  { name: 'el-hand', steps: steps('από τη μία|από τη μια|αφενός,από την άλλη|αφετέρου') },
  {
    name: 'tr',
    steps: steps(
      `birincisi|birinci olarak|ilk olarak|öncelikle|ilk önce,ikincisi|ikinci olarak,üçüncüsü|üçüncü olarak,
        dördüncüsü|dördüncü olarak,beşincisi|beşinci olarak`,
    ),
    last: ['son olarak', 'sonuncusu'],
  },
  {
    name: 'ar',
    steps: steps(
      `أولا|أولاً|أوّلا|أولًا|بداية|في البداية,ثانيا|ثانياً|ثانيًا,ثالثا|ثالثاً|ثالثًا,رابعا|رابعاً|رابعًا,خامسا
        |خامساً|خامسًا,سادسا|سادساً|سادسًا,سابعا|سابعاً|سابعًا`,
    ),
    last: ['أخيرا', 'أخيراً', 'أخيرًا', 'وأخيرا', 'وأخيراً', 'وأخيرًا'],
  },
  { name: 'ar-hand', steps: steps('من جهة|من ناحية,من جهة أخرى|من ناحية أخرى|ومن جهة أخرى|ومن ناحية أخرى') },
  {
    name: 'fa',
    steps: steps(
      `اول|اولاً|اولا|نخست|نخست اینکه,دوم|ثانیاً|ثانیا|دوم اینکه,
        سوم|ثالثاً|ثالثا|سوم اینکه,چهارم|رابعاً,پنجم`,
    ),
    last: ['در نهایت', 'سرانجام', 'در پایان'],
    marked: true,
  },
  {
    name: 'he',
    steps: steps('ראשית|קודם כל|קודם כול|ראשית כל|ראשית כול,שנית,שלישית,רביעית,חמישית'),
    last: ['לבסוף', 'לסיכום', 'ולבסוף'],
  },
  {
    name: 'hi',
    steps: steps(
      `पहला|पहली बात|सबसे पहले|पहले|प्रथम,दूसरा|दूसरी बात|दूसरे|द्वितीय,तीसरा|तीसरी बात|तीसरे|तृतीय,चौथा|चौथी बात
        |चौथे,पाँचवाँ|पांचवां|पाँचवीं बात`,
    ),
    last: ['अंत में', 'अंततः', 'आखिर में'],
  },
  {
    name: 'bn',
    // The letter yya is written as one sign or as two.
    steps: steps('প্রথমত|প্রথমে,দ্বিতীয়ত|দ্বিতী\u09dfত,তৃতীয়ত|তৃতী\u09dfত,চতুর্থত,পঞ্চমত'),
    last: ['পরিশেষে', 'সবশেষে', 'শেষে'],
  },
  {
    name: 'ta',
    steps: steps('முதலாவதாக|முதலில்,இரண்டாவதாக,மூன்றாவதாக,நான்காவதாக,ஐந்தாவதாக'),
    last: ['இறுதியாக', 'கடைசியாக'],
  },
  {
    name: 'th',
    steps: steps(
      `ประการแรก|อันดับแรก|ข้อแรก|ประการที่หนึ่ง,ประการที่สอง|ประการที่ 2|ข้อที่สอง|อันดับที่สอง|อันดับสอง,
        ประการที่สาม|ประการที่ 3|ข้อที่สาม|อันดับสาม,ประการที่สี่|ประการที่ 4,ประการที่ห้า`,
    ),
    last: ['ประการสุดท้าย', 'สุดท้าย', 'ข้อสุดท้าย'],
  },
  {
    name: 'vi',
    steps: steps(
      `thứ nhất|trước hết|trước tiên|đầu tiên|một là,thứ hai|tiếp theo|hai là,thứ ba|ba là,thứ tư|bốn là,thứ năm
        |năm là,thứ sáu,thứ bảy`,
    ),
    last: ['cuối cùng', 'sau cùng'],
  },
  {
    name: 'id',
    steps: steps('pertama|pertama-tama,kedua,ketiga,keempat,kelima,keenam,ketujuh'),
    last: ['terakhir', 'akhirnya'],
    marked: true,
  },
];
