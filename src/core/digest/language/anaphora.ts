/**
 * Words that refer to the sentence before: a sentence that begins with one cannot be read alone. By language,
 * lower-case, written from grammar.
 */
import { pattern } from './pattern.ts';

/** Whole first words (languages with spaces). Pronouns and connectives, not articles. */
const FIRST: Record<string, string> = {
  en: `this that these those it its it's it’s they they're they’re their them theirs he he's he’s she she's she’s his
    her hers him we've here's such
    but and or so yet nor then thus hence therefore however moreover furthermore additionally nevertheless nonetheless
    otherwise meanwhile
    instead besides consequently accordingly similarly likewise conversely also too again still plus finally lastly
    secondly thirdly next afterwards
    afterward later that's that’s which who whose because there here both neither either another others one many most
    some none doing indeed
    anyway regardless overall alternatively specifically namely ditto yes no well okay ok sure now perhaps maybe
    rather below above`,
  de: `das dies diese dieser dieses diesem diesen jene jener jenes er sie es ihr ihre ihm ihn ihnen sein seine seiner
    damit dabei dadurch dafür dagegen
    daher darum deshalb deswegen dann danach davor daran darauf daraus darin darüber dazu aber und oder doch denn also
    jedoch allerdings
    außerdem zudem ferner dennoch trotzdem stattdessen sonst somit folglich hier dort so auch beide anschließend
    schließlich zweitens drittens
    hierbei hierzu hierfür dessen deren ebenso`,
  fr: `il elle ils elles ce cela ceci c'est c’est celui-ci celle-ci ceux-ci celles-ci cet cette ces son sa ses leur
    leurs lui mais et ou donc or car
    ainsi alors puis ensuite enfin cependant toutefois pourtant néanmoins d'ailleurs d’ailleurs aussi de-plus en-effet
    outre sinon là ici y en
    deuxièmement troisièmement finalement`,
  es: `él ella ellos ellas ello esto eso este esta estos estas ese esa esos esas aquel aquella su sus pero y e o u
    sino aunque así entonces luego
    después además también asimismo sin-embargo no-obstante por-lo-tanto por-eso por-ello pues porque aquí allí ahí
    finalmente tampoco`,
  pt: `ele ela eles elas isto isso aquilo este esta estes estas esse essa esses essas seu sua seus suas mas e ou porém
    contudo todavia entretanto então
    assim depois além também portanto logo porque aqui ali lá finalmente`,
  it: `lui lei egli ella esso essa essi esse loro ciò questo questa questi queste quello quella quelli quelle suo sua
    suoi sue ma e ed o però tuttavia
    quindi dunque allora poi inoltre anche così infatti perché qui lì infine`,
  nl: `hij zij ze het dit dat deze die hun zijn haar maar en of dus echter bovendien daarom daardoor daarna dan toch
    ook hier daar want verder tenslotte`,
  pl: `on ona ono oni one to ten ta te ci tego tej tych temu tym jego jej ich ale i a oraz lub więc jednak zatem
    dlatego ponadto także też następnie
    potem wtedy tam tu tutaj tak natomiast zaś bo gdyż poza-tym wreszcie`,
  ru: `он она оно они это этот эта эти этого этой этих этому этим тот та те того той тех его её ее их ему ей им но и а
    или же однако поэтому потом
    затем тогда также тоже кроме при-этом так там тут здесь зато итак впрочем причем причём следовательно наконец
    во-вторых в-третьих такой
    такая такое такие`,
  uk: `він вона воно вони це цей ця ці того тієї його її їх але і й та а або однак тому потім також теж крім так там
    тут отже нарешті`,
  el: `αυτός αυτή αυτό αυτοί αυτές αυτά αυτού αυτής αυτών εκείνος εκείνη εκείνο τούτο αλλά και ή όμως ωστόσο επίσης
    έτσι τότε μετά ύστερα εκεί εδώ
    λοιπόν γιατί διότι επιπλέον τέλος επομένως άρα`,
  vi: `nó họ ông bà anh chị này đó đây điều việc-này nhưng và hoặc tuy song vì do-đó vậy thế rồi sau-đó ngoài-ra
    đồng-thời theo-đó hơn-nữa cũng
    bên-cạnh-đó tuy-nhiên trong-đó khi-đó nhờ-đó từ-đó qua-đó việc-này ngay-sau-đó hiện`,
  tr: `o bu şu onlar bunlar şunlar onun bunun ama ve veya ancak fakat çünkü böylece sonra ayrıca yine öyle böyle orada
    burada`,
  id: `ia dia mereka ini itu tersebut tetapi tapi dan atau namun jadi lalu kemudian selain karena-itu juga sementara
    di-sana di-sini`,
  ar: `هو هي هم هن هذا هذه ذلك تلك هؤلاء أولئك لكن ولكن أو ثم كما وهو وهي وهذا وهذه وذلك وتلك لذلك ولذلك أيضا إذن فهو
    فهي بينما هنا هناك وقال وقالت وأضاف وأضافت
    وأشار وأوضح وأكد وتابع`,
  fa: `او آن این آنها آن‌ها ایشان اما ولی و یا سپس همچنین بنابراین زیرا چون اینجا آنجا`,
  he: `הוא היא הם הן זה זו זאת אלה אלו אבל אך או אז כך לכן גם עם-זאת בנוסף שם כאן לאחר-מכן אולם הדבר`,
  hi: `यह वह ये वे इस उस इन उन इसका इसकी इसके उसका उसकी उसके इनका उनका उनकी उनके इसे उसे इन्हें उन्हें इसने उसने
    उन्होंने इन्होंने इससे उससे लेकिन मगर परंतु और या तो फिर इसलिए
    तब वहाँ वहां यहाँ यहां साथ-ही हालांकि`,
  ko: `그 그는 그녀는 그들은 그가 그의 그것은 이것은 이는 이를 이에 이들은 이런 이러한 그런 그러한 이 저 그러나 그리고 그래서 하지만 그런데 따라서 또 또한 그러면 그러자
    이어 이후 이와 이에-따라 이로 이처럼 한편 다만 즉 여기에 여기서 특히 반면 이번 이곳 당시 이날 그럼에도 그렇다면 그렇게 이렇게`,
};

/** Openings of scripts without spaces, matched as prefixes. */
const PREFIX: Record<string, string> = {
  zh: `这 那 此 它 他 她 其 该 但 而 所以 因此 于是 然后 接着 随后 并 且 或者 同时 另外 此外 不过 然而 可是 却 也 还 又 再 则 即 因为 由此 从而 反之 否则 总之
    最后 其次 再次 第二 第三 这样 那么 例如 比如 如上 如下 以上 上述 上面 下面 当然 反回来 另一方面 換句話說 换句话说 換言之 換 這 它們 這些 該 於是 然後 此時 此时 对此 對此 具体来说 在这 在此 在那
    在其 简单说来 简单来说 也就是说 就是说`,
  ja: `これ それ あれ この その あの ここ そこ あそこ こう そう こんな そんな しかし だが でも そして また なお ただ ただし だから なので ゆえに したがって そのため
    つまり すなわち 例えば たとえば さらに 一方 ところが ところで ならびに および 彼 同 次に 最後に 続いて なぜなら むしろ 逆に 以上 以下 上記 下記 こちら`,
  th: `มัน เขา เธอ พวกเขา นี่ นั่น นี้ นั้น แต่ และ หรือ ดังนั้น จึง เพราะ แล้ว นอกจากนี้ อย่างไรก็ตาม ทั้งนี้ โดย
    ซึ่ง จากนั้น ส่วน`,
};

const FIRST_SETS = new Map(
  Object.entries(FIRST).map(([language, list]) => [
    language,
    new Set(list.split(/\s+/).map((word) => word.replaceAll('-', ' '))),
  ]),
);
const PREFIX_LISTS = new Map(
  Object.entries(PREFIX).map(([language, list]) => [language, list.split(/\s+/).filter(Boolean)]),
);

/** English openings that look back although their first word alone would not. */
const LOOKS_BACK_EN = pattern('i')`
    ^(?:in (?:addition|contrast|turn|fact|other words|the same way|this|that|these|those|both)\b|as (?:such
    |a result|well|mentioned|noted|discussed)\b|for (?:example|instance|this|that|these|those|now)\b
    |on the (?:other|contrary)\b|to (?:this|that|do (?:this|that|so))\b|(?:with|by|from|of|at|in|on|to|for|despite
    |after|before|during|since|like|unlike|under|through|among|because of|according to) (?:this|that|these|those
    |it|its|his|him|her|their|them)\b|at the same time\b|even (?:so|then|though)\b|if (?:so|not|it|they|this
    |that)\b|when (?:it|they|he|she|this|that)\b|while (?:it|they|he|she|this|that)\b|that said\b|not only\b
    |the (?:former|latter|same|second|third|other|others|above|following|next|result|answer)\b|of course\b
    |let['’]s\b|what(?:['’]s| is) more\b|after (?:all|that)\b|first(?:ly)?,|second,|third,|fourth,|last(?:ly)?,
    |(?:as|like) (?:it|they|he|she)\b)
  `;

/**
 * "Also" and similar words among the first words of a sentence refer to something earlier; so does "his" or "this"
 * after a preposition.
 */
const ADDS: Record<string, RegExp> = {
  en: /^(?:[\p{L}\p{N}'’-]+[,]?\s+){1,6}?(?:also|too|likewise|therefore|however|thus|instead)\b/iu,
  de: /^(?:[\p{L}\p{N}-]+\s+){1,4}?(?:auch|jedoch|allerdings|außerdem|zudem|daher|deshalb)(?!\p{L})/iu,
  fr: /^(?:[\p{L}\p{N}'’-]+\s+){1,4}?(?:aussi|également|cependant|toutefois|donc)(?!\p{L})/iu,
  es: /^(?:[\p{L}\p{N}-]+\s+){1,4}?(?:también|además|asimismo|tampoco|embargo)(?!\p{L})/iu,
  pt: /^(?:[\p{L}\p{N}-]+\s+){1,4}?(?:também|além disso|porém|entanto)(?!\p{L})/iu,
  it: /^(?:[\p{L}\p{N}'’-]+\s+){1,4}?(?:anche|inoltre|tuttavia|quindi|però)(?!\p{L})/iu,
  pl: /^(?:[\p{L}\p{N}-]+\s+){1,3}?(?:również|także|też|jednak|natomiast|jego|jej|ich|tego|tej|tym)(?!\p{L})/iu,
  ru: /^(?:[\p{L}\p{N}-]+\s+){1,3}?(?:также|тоже|однако|поэтому|его|её|ее|их|этого|этой|этом|этому|этим)(?!\p{L})/iu,
  el: /^(?:[\p{L}\p{N}-]+\s+){1,3}?(?:επίσης|όμως|ωστόσο|αυτό|αυτή|αυτού|αυτής|αυτά)(?!\p{L})/iu,
  vi: /^(?:[\p{L}\p{N}-]+\s+){1,5}?(?:cũng|này|đó|ấy)(?!\p{L})/iu,
  zh: /^[^，。；]{0,8}?(?:这|這|该[^如当]|此[^次外]|其中|上述|也[是有会将能可])/u,
  ja: /^[^、。]{0,8}?(?:この|その|これ|それ|同様)/u,
  ko: /^(?:[\p{L}\p{N}]+\s+){1,2}?(?:이런|이러한|그런|그러한|또한|역시)(?!\p{L})/u,
};

/**
 * True if the sentence begins with a word that points at an earlier one. `language` is two letters; unknown languages
 * are never caught here.
 */
export function leansBack(sentence: string, language: string): boolean {
  const bare = sentence.replace(/^[\s"'“‘«„「『（(\[*•·–—-]+/u, '').toLowerCase();
  if (ADDS[language]?.test(bare) === true) return true;
  const prefixes = PREFIX_LISTS.get(language);
  if (prefixes) return prefixes.some((prefix) => bare.startsWith(prefix));
  const set = FIRST_SETS.get(language);
  if (!set) return false;
  const parts = /^([\p{L}\p{M}\p{N}'’‌-]+)[\s,:;—–-]*([\p{L}\p{M}\p{N}'’‌-]*)[\s,]*([\p{L}\p{M}\p{N}'’-]*)/u.exec(bare);
  if (!parts) return false;
  const [, one = '', two = '', three = ''] = parts;
  if (set.has(one) || set.has(`${one} ${two}`) || set.has(`${one} ${two} ${three}`)) return true;
  // "it'll", "c'est", "d'ailleurs", "they've"
  const cut = /^([\p{L}]+)['’]/u.exec(one)?.[1];
  if (cut !== undefined && language === 'en' && set.has(cut)) return true;
  return language === 'en' && LOOKS_BACK_EN.test(bare);
}
