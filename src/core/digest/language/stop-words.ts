/**
 * Lists the words without a topic by language, and detects the language of a text whose page does not declare it. Short
 * lists of the commonest function words, written from grammar, not from a corpus.
 */
import { KANA } from '../../scripts.ts';

const LISTS: Record<string, string> = {
  en: `a about above after again against all also am an and any are as at be because been before being below between
    both but by can
    could did do does doing down during each few for from further get got had has have having he her here hers herself
    him himself his
    how however i if in into is it its itself just like made make many may me might more most much must my myself no
    nor not now of off
    on once one only or other our ours ourselves out over own per said same say says shall she should since so some
    such than that the
    their theirs them themselves then there these they this those though through to too under until up upon us use
    used using very via
    was we well were what when where whether which while who whom whose why will with within without would yet you
    your yours yourself`,
  de: `aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis da dabei damit
    dann das dass dein
    dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen
    einer eines er es
    etwa etwas für gegen hat hatte hatten habe haben hier ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja
    jede jedem jeden
    jeder jedes jedoch kann kein keine können man mehr mein mit muss nach nicht noch nun nur ob oder ohne schon sehr
    sei sein seine
    seinem seinen seiner seit sich sie sind so sowie über um und uns unser unter vom von vor war waren was weil wenn
    wer werden wie wir
    wird wo wurde wurden zu zum zur zwischen`,
  fr: `à ainsi alors au aucun aussi autre autres aux avait avec avoir c ce cela ces cet cette ceux chaque ci comme
    comment d dans de
    depuis des donc dont du elle elles en encore entre est et était été être eu eux fait il ils j je jusqu l la le les
    leur leurs lors
    lui mais me même mes moins mon n ne ni non nos notre nous on ont ou où par pas peu peut plus pour pourquoi quand
    que quel quelle
    quelles quels qu qui s sa sans se selon sera ses si son sont sous sur ta te tous tout toute toutes très tu un une
    vers vos votre
    vous y`,
  es: `a al algo algunas algunos ante antes así aun aunque cada como con contra cual cuando de del desde donde dos
    durante e el él ella
    ellas ellos en entre era eran es esa ese eso esta está están este esto estos estas fue fueron ha había han hasta
    hay la las le les
    lo los más me mi mientras muy nada ni no nos nosotros o otra otras otro otros para pero poco por porque pues que
    qué quien se sea
    según ser si sí sido sin sobre son su sus también tan tanto tiene todo todos tras tu un una uno unos unas y ya yo`,
  pt: `a ao aos aquela aquele as até cada com como contra da das de dela dele deles depois do dos e é ela elas ele
    eles em entre era
    essa esse esta está estão este eu foi foram há isso isto já lhe mais mas me mesmo meu muito na não nas nem no nos
    nós o os ou para
    pela pelas pelo pelos por porque qual quando que quem se sem ser seu seus sua suas são só sobre também te tem têm
    um uma uns você`,
  it: `a ad ai al alla alle allo anche c che chi ci come con così cui da dai dal dalla delle dei del della dello di
    dopo dove e è ed era
    essere fra gli ha hanno i il in io l la le lei lo loro lui ma mi molto ne nei nel nella nelle no noi non o ogni
    per perché più
    poi prima quando quanto quella quello questa queste questi questo se sei si sia sono sua sue sul sulla suo suoi
    tra tutti tutto un
    una uno voi`,
  nl: `aan al alle als ben bij dan dat de deze die dit door een en er geen had heeft hebben het hij hoe hun ik in is
    ja je kan maar me
    meer met mijn naar niet nog nu of om omdat onder ons ook op over te tegen toch toen tot uit u van veel voor want
    waren was wat we
    wel werd wie wij wordt worden ze zei zich zij zijn zo zonder zou`,
  pl: `a aby albo ale ani bez bo być był była było były co czy dla do gdy gdzie go i ich im inne iż ja jak jako je
    jego jej jednak
    jest jeszcze już która które którego której który których którym kto lub ma mają mi między mnie może na nad nie
    nich niż o od
    oraz po pod ponad przed przez przy są się ta tak takie także tam te tego tej ten też to tu tych tylko tym u w we
    wszystkich z za ze
    że został została`,
  ru: `а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее если
    есть еще её ж же за
    здесь и из или им их к как ко когда которая которые который которых кто ли лишь между меня мне может мы на над нам
    нас не него нее
    нет ни но ну о об он она они оно от очень перед по под после при про с свою своих себя со так также такой там те
    тем то того тоже
    только том ты у уже чем через что чтобы эта эти это этого этой этом этот я`,
  uk: `а але б без був була були було бути в вже від він вона вони воно все всіх для до є же з за зі і із або його її
    їх й коли
    який яка які якого ми на над не ні ну о об по під після при про с себе так також там та те то того тому тільки у
    це цей ця ці чи
    що щоб я як`,
  el: `αλλά αν από αυτά αυτές αυτή αυτό αυτοί αυτός αυτού για δε δεν εδώ ένα ένας ενώ επειδή επίσης είναι είχε έχει
    έχουν ή η ήταν θα και
    κάθε κατά με μας μετά μέσα μη μην μια μία μου να ο οι όπως όπου όταν ότι που πολύ πως πριν προς σας σε στα στη
    στην στις στο στον
    στους στων σου τα τη την της τι τις το τον του τους των τότε ως`,
  vi: `anh ấy bà bị bởi cả các cái cần càng chỉ cho chúng chưa có còn của cũng cùng đã đang đây để đến đều đi điều do
    đó được gì hay
    hơn họ khi không là lại làm lên mà mình một mỗi này nên nếu người những như nhưng nó nơi ở ông phải qua ra rằng
    rất sau sẽ
    sự tại theo thì tôi trên trong từ và vào vẫn về vì với việc vừa chị em cô`,
  tr: `ama ancak bir biri birçok bu bunu bunun çok çünkü da daha de değil diye en gibi göre hem her hiç için ile ise
    işte kadar ki
    kendi mı mi mu nasıl ne o olan olarak oldu olduğu ona onu onun sonra şey şu tarafından ve veya ya yani`,
  id: `ada adalah agar akan anda atau bagi bahwa banyak beberapa bisa dalam dan dapat dari dengan di dia hal hanya
    harus ini itu
    jika juga kami karena ke kepada kita lebih maka mereka namun oleh pada para saat saya sebagai secara sebuah
    seperti sudah telah
    tersebut tidak untuk yang`,
  ar: `أن أو أي إلى إن إنه التي الذي الذين الى ان أما أنه أنها بعد بل بين بها به تم ثم حتى حيث خلال ذلك ضد عام على
    عليه عليها عن عند عندما
    غير في فيه فيها قال قالت قبل قد كان كانت كل كما كيف لا لأن لكن لم لن له لها ليس ما مع من منذ منه منها مثل نحو هذا
    هذه هل هم هناك هو
    هي و وفي وقال وقد وكان ولا وهو وهي يكون يمكن`,
  fa: `از است این آن اما با باید بر برای بود به بین پس تا چه خود در دارد را شد شده شود که ما من می نیز ها های هر هم و
    ولی یا یک`,
  he: `אבל או אולי אותו אחר אחרי אי איך אין אל אלא אלה אם אני אף את אתה גם בין בכל במה בעוד הוא היא היה היו הם הן הזה
    זאת זה זו יש כי כך כל
    כמו כן לא לו לה להם לפי לפני מה מי מן מאוד מכל על עד עוד עם רק של שהוא שלא שלו שלה`,
  hi: `अगर अपना अपनी अपने आप इस इसके इसलिए इसे उन उनका उनके उस उसके उसे एक और कई कर करता करते करना करने कहा का कि किया
    किसी की कुछ के को कोई
    क्या गई गए गया जब जो तक तथा तब तो था थी थे दिया दो द्वारा न नहीं ने पर फिर बहुत बाद भी में मैं यदि यह यहाँ या ये
    रहा रही रहे लिए लेकिन
    व वह वहाँ वाले वे सभी साथ से हम हर ही हुआ हुई हुए है हैं हो होता होती होते होने`,
  ko: `그 그는 그녀는 그것은 그들은 그러나 그리고 그래서 하지만 이 이는 이런 이것은 저 것 것은 것이 것을 것으로 것이다 수 등 등을 등이 및 또 또한 더 때 때문에 위해
    대한 대해 통해 따라 따르면 있는 있다 있다고 있었다 없는 없다 하는 한다 했다 한 할 해 된 될 되는 됐다 된다 이라고 라고 고 말했다 밝혔다 지난 이번 가장 매우`,
};

/** Han and kana with a grammatical function, one character each. */
const STOP_CHARACTERS = new Set(
  '的了是在和与及或而且也都就但并被把将从到对于以为之其这那此该个们我你您他她它有没无不很更最会能可要所使让给由因吗呢吧啊着过地得等中上下内外前后时年月日' +
    'はがをにでとものへやかなのだですまるれたしていうこそあどよねらりくけせえおば',
);

const SETS = new Map(Object.entries(LISTS).map(([language, words]) => [language, new Set(words.split(/\s+/))]));

const NONE: ReadonlySet<string> = new Set();

/** True for a Han or kana character that carries no topic of its own. */
export function isStopCharacter(character: string): boolean {
  return STOP_CHARACTERS.has(character);
}

/** The function words of a language (`en`, `ru`, …), lower-case; empty for a language without a list. */
export function stopWords(language: string): ReadonlySet<string> {
  return SETS.get(language) ?? NONE;
}

/**
 * Scripts that determine the language, or the most likely of the languages that share them. In order: kana before Han.
 */
const SCRIPTS: readonly [string, RegExp][] = [
  ['ja', new RegExp(`[${KANA}]`, 'gu')],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

/** Characters looked at to tell a language: enough for a hundred function words, cheap on a book. */
const SAMPLE_LENGTH = 6000;
/** Share of the letters a script needs to be the text's own, rather than a quoted name. Kana may be few in Japanese. */
const SCRIPT_SHARE01 = 0.3;
const KANA_SHARE01 = 0.08;

/**
 * The language of a text, two letters (`en`, `zh`, …): by script, else by its function words, else what the page
 * declares. The page's language (`declared`, BCP 47) comes last because it is often the language of the template. Cost:
 * one pass over 6,000 characters.
 */
export function languageOf(text: string, declared = ''): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const said = declared.toLowerCase().split(/[-_]/)[0] ?? '';
  const letters = Math.max(1, sample.match(/\p{L}/gu)?.length ?? 0);
  for (const [language, script] of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share > (language === 'ja' ? KANA_SHARE01 : SCRIPT_SHARE01)) {
      // Marathi and Nepali share Devanagari; keep the page's word where the script allows it
      return language === 'hi' && /^(mr|ne|sa)$/.test(said) ? said : language;
    }
  }
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  let best = '';
  let most = 0;
  for (const [language, set] of SETS) {
    let hits = 0;
    for (const word of words) if (set.has(word)) hits++;
    if (language === said) hits *= 1.2; // near relatives (es/pt, ru/uk) go by what the page says
    if (hits > most) [best, most] = [language, hits];
  }
  if (most >= Math.max(2, words.length * 0.12)) return best;
  return said || best;
}
