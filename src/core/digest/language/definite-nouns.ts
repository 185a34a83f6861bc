/**
 * A definite noun that refers back as a pronoun does: "The company provides …" and "Das Unternehmen bietet …" are about
 * something that an earlier sentence named. A name or a complement after the noun ("The company Apple …", "The city of
 * Ghent …") says which, and so does a title that has the noun. By language, written from grammar.
 */
import { pattern } from './pattern.ts';

const either = (words: string) => words.trim().split(/\s+/).join('|');

/** Nouns that name a kind of thing or person and not which one. */
const EN =
  either(`company firm corporation business startup state city town village county country nation region province
    district island area
  organization organisation agency institution institute team group band club department university school college
  hospital store shop restaurant hotel
  brand museum study survey report paper article book novel film movie show series game album song app application
  tool software platform site website
  service product device machine system program programme project plan proposal bill law rule policy decision deal
  move incident attack accident crash
  victim victims suspect suspects man woman men women couple boy girl child officer officers driver pilot player actor
  actress singer author authors
  writer artist researchers scientists event process method approach technique result results idea concept term
  feature features company's firm's city's
  state's country's team's first second third fourth fifth latter former two three pair rest others same other`);
const DE =
  either(`Unternehmen Konzern Firma Gesellschaft Stadt Ort Dorf Staat Land Bundesland Region Organisation Behörde
    Verein Team Gruppe Studie
  Untersuchung Bericht Artikel Buch Film Serie Spiel Album App Anwendung Werkzeug Software Plattform Seite Dienst
  Produkt Gerät System Programm Projekt
  Plan Gesetz Entscheidung Vorfall Unfall Opfer Täter Mann Frau Paar Junge Mädchen Fahrer Autor Autorin Forscher
  Verfahren Methode Ergebnis Ergebnisse`);
const FR =
  either(`entreprise société groupe firme ville village pays région organisation agence équipe étude enquête rapport
    article livre roman film
  série jeu application outil logiciel plateforme site service produit appareil système programme projet plan loi
  décision incident accident victime suspect
  homme femme couple garçon fille conducteur auteur chercheurs méthode résultat résultats`);
const ES =
  either(`empresa compañía firma ciudad pueblo país estado región organización agencia equipo grupo estudio encuesta
    informe artículo libro
  novela película serie juego aplicación herramienta plataforma sitio servicio producto dispositivo sistema programa
  proyecto plan ley decisión incidente
  accidente víctima sospechoso hombre mujer pareja niño niña conductor autor investigadores método resultado
  resultados`);
const PT =
  either(`empresa companhia firma cidade país estado região organização agência equipe equipa grupo estudo pesquisa
    relatório artigo livro filme
  série jogo aplicativo ferramenta plataforma site serviço produto dispositivo sistema programa projeto plano lei
  decisão incidente acidente vítima homem
  mulher casal menino menina motorista autor pesquisadores método resultado resultados`);
const IT = either(`azienda società ditta città paese stato regione organizzazione agenzia squadra gruppo studio ricerca
    rapporto articolo libro romanzo
  film serie gioco applicazione strumento piattaforma sito servizio prodotto dispositivo sistema programma progetto
  piano legge decisione incidente vittima
  uomo donna coppia ragazzo ragazza autore ricercatori metodo risultato risultati`);
const NL =
  either(`bedrijf onderneming stad dorp land staat regio organisatie team groep studie onderzoek rapport artikel boek
    film serie spel app
  programma platform site dienst product apparaat systeem project plan wet besluit incident ongeluk slachtoffer dader
  man vrouw stel jongen meisje
  bestuurder auteur onderzoekers methode resultaat resultaten`);
const RU =
  either(`компания фирма корпорация город страна штат регион область организация ведомство команда группа исследование
    отчёт отчет статья книга
  фильм сериал игра приложение программа платформа сайт сервис продукт устройство система проект план закон решение
  инцидент авария мужчина женщина пара
  мальчик девочка водитель автор авторы исследователи учёные ученые метод пострадавший пострадавшие подозреваемый`);
const PL =
  either(`firma spółka miasto kraj stan region organizacja agencja zespół grupa badanie raport artykuł książka film
    serial gra aplikacja
  narzędzie platforma strona serwis produkt urządzenie system program projekt plan ustawa decyzja mężczyzna kobieta
  para chłopiec dziewczynka kierowca
  autor autorka autorzy badacze naukowcy metoda`);
const EL =
  either(`εταιρεία εταιρία πόλη χώρα πολιτεία περιοχή οργάνωση οργανισμός ομάδα μελέτη έρευνα έκθεση άρθρο βιβλίο
    ταινία σειρά παιχνίδι εφαρμογή
  εργαλείο πλατφόρμα υπηρεσία προϊόν συσκευή σύστημα πρόγραμμα σχέδιο νόμος απόφαση άνδρας άντρας γυναίκα ζευγάρι
  οδηγός συγγραφέας ερευνητές μέθοδος`);
const TR =
  either(`şirket firma şehir kent ülke eyalet bölge kurum kuruluş ekip takım grup araştırma çalışma rapor makale kitap
    film dizi oyun uygulama
  platform site hizmet ürün cihaz sistem program proje plan yasa karar adam kadın çift yazar araştırmacılar yöntem`);

/** After an article and the noun comes a word in small letters that is no complement, or a comma. */
const after = (complements: string) => `(?=\\s+(?!(?:${either(complements)})(?!\\p{L}))["'‘“(]?\\p{Ll}|\\s*,)`;

const LEANS: Record<string, RegExp> = {
  en: new RegExp(
    `^The\\s+(?:${EN})` +
      after('of in for to from with on at by between behind about that which who whose where and or as'),
    'u',
  ),
  de: new RegExp(
    `^(?:Der|Die|Das)\\s+(?:${DE})${after('der des von vom für in im aus mit zur zum an am auf bei über und oder')}`,
    'u',
  ),
  fr: new RegExp(
    `^(?:Le|La|Les|L['’])\\s*(?:${FR})${after('de du des d en à au aux pour sur avec par qui que où dont et ou')}`,
    'u',
  ),
  es: new RegExp(`^(?:El|La|Los|Las)\\s+(?:${ES})${after('de del en para por con sobre que donde y o a al')}`, 'u'),
  pt: new RegExp(
    `^(?:O|A|Os|As)\\s+(?:${PT})${after('de do da dos das em no na para por com sobre que onde e ou a ao')}`,
    'u',
  ),
  it: new RegExp(
    `^(?:Il|Lo|La|I|Gli|Le|L['’])\\s*(?:${IT})` +
      after('di del della dei delle in nel nella per da con su che dove e o a al'),
    'u',
  ),
  nl: new RegExp(
    `^(?:De|Het)\\s+(?:${NL})${after('van in voor uit met op aan bij over naar dat die waar en of')}`,
    'u',
  ),
  el: new RegExp(
    `^(?:Ο|Η|Το|Οι)\\s+(?:${EL})${after('του της των που με σε στη στην στο στον στα για από και ή')}`,
    'u',
  ),
  // Without articles a form of the verb must follow: a noun in the genitive would say which.
  ru: new RegExp(
    `^(?:${RU})\\s+(?:(?:не|также|уже|ещё|еще|только)\\s+)?` +
      `(?:\\p{Ll}+(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ёт|ит|ют|ут|ят|ется|ится|ются|ятся)|может|будет)(?!\\p{L})`,
    'iu',
  ),
  pl: new RegExp(
    `^(?:${PL})\\s+(?:(?:nie|już|także)\\s+)?` +
      `(?:\\p{Ll}+(?:ł|ła|ło|li|ły|uje|ują)|jest|są|ma|mają|może|mogą|będzie|została?|zostało)(?!\\p{L})`,
    'iu',
  ),
  tr: new RegExp(`^(?:${TR})(?=\\s+\\p{Ll}|\\s*,)`, 'iu'),
  ar: pattern('u')`
    ^(?:الشركة|المؤسسة|المنظمة|الدراسة|المدينة|الولاية|الدولة|الفريق|التقرير|المشروع|التطبيق|الجهاز)\s+(?:قد|هي|هو
    |[تي]\p{L}{2,})(?!\p{L})
  `,
  vi: pattern('iu')`
    ^(?:công ty|hãng|thành phố|bang|nghiên cứu|báo cáo|ứng dụng|cuốn sách|bộ phim|hai người|cả hai|nạn nhân
    |nghi phạm|người đàn ông|người phụ nữ)\s+(?:đã|sẽ|đang|cho|cung cấp|có|là|được|không)(?!\p{L})
  `,
  zh: pattern('u')`
    ^(?:公司|研究人员|研究人員|研究者|作者|两人|兩人|二人|双方|雙方|两者|兩者|二者|前者|后者|後者)(?:表示|称|稱|还|還|将|將|已|都|均|在|计划|計劃|认为|認為|发现|發現|指出|提供|是
    |的)
  `,
  ja: /^(?:両者|両社|両国|前者|後者|会社は|作者は|研究チームは|研究者らは)/u,
  ko: /^(?:회사는|회사가|회사의|연구팀은|연구진은|두 사람은|양측은|둘은|전자는|후자는)/u,
};

/** The noun of the opening, with the words before it, in lower case. */
const words = (text: string) => text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];

/**
 * True if the sentence begins with a noun that only an earlier sentence can explain; `title` may do it too. O(1).
 * Unknown languages are never caught.
 */
export function leansOnNoun(sentence: string, language: string, title = ''): boolean {
  const found = LEANS[language]?.exec(sentence.replace(/^["'“‘«„「『]+/u, ''));
  if (!found) return false;
  const named = new Set(words(title));
  return !words(found[0]).some((word) => word.length > 3 && named.has(word));
}
