/** Recognises text in the place of a name that is not a name: controls, picture labels, companies, initials. */
import { alternatives } from '../alternatives.ts';

/** Texts of forms and cards in the place of a name. */
const CONTROL = new RegExp(
  `^${alternatives(
    String.raw`name e-?mail view\s(?:profile|bio|more.*|all.*|posts.*) (?:see|read|show)\s(?:more|all).*`,
    String.raw`more\s(?:posts|from|by|stories).* profile follow(?:ing)? posts? share subscribe print rss`,
    String.raw`log\s?in sign\s(?:in|up) (?:text\s)?size archives?`,
    String.raw`about\sthe\sauthor all\sposts contact(?:\s.*)? website guest anonymous unknown admin(?:istrator)?`,
    String.raw`anmelden einloggen registrieren connexion inscription iniciar\ssesión entrar accedi zaloguj logowanie`,
    String.raw`rejestracja вход войти регистрация авторизация архив реклама σύνδεση είσοδος εγγραφή`,
    String.raw`登录 登入 登錄 注册 ログイン 로그인 دخول تسجيل\sالدخول`,
    String.raw`συνδρομητής γίνετε\sσυνδρομητής`,
    'photos? fotos? фото image picture bild zdjęcie 写真 图片 圖片 摄影 shutterstock',
  )}$`,
  'iu',
);
/** Accounts that are not a person: a guest's in Polish comments ("~nick"), a site's own. */
const ACCOUNT = /^(?:~.*|editor|webmaster|root)$/;
/** A line that says who took a picture: "Фото: vesti.kz", "fot. Jan Kowalski", "© Jane Doe". */
const PICTURE_LABEL =
  /^(?:©|(?:фото|photos?|foto|image|picture|bild|zdjęci[ae]|写真|图片|圖片|摄影|攝影|照片)\s*[.:：/-]|fot\.|[圖图][記记]者)/iu;
/**
 * Legal forms of companies. The web agency of a site sometimes sets its own name as the author. Two letters with stops
 * are a form only behind a name: "S.A. Doe" and "Doe, S.A." are people.
 */
const FIRM = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${alternatives(
    String.raw`[Ss]p\.?\sz\.?\s?o\.?\s?o GmbH Ltd LLC Inc Corp Pty [Ss]\.\s?r\.\s?o`,
  )}(?:\.|(?=[\s,)]|$))|(?<=[^,\s]\s)(?:S\.A|B\.V|A\.E|Α\.Ε|Co)\.$|^(?:ООО|ЗАО|ОАО|АО)\s`,
  'u',
);

/** Whether a text is a control, the label of one, or an impersonal account. */
export const isControl = (text: string): boolean => CONTROL.test(text) || ACCOUNT.test(text);

/** Whether a line credits a picture. */
export const isPictureLabel = (line: string): boolean => PICTURE_LABEL.test(line);

/** Whether a name is a company's, by its legal form. */
export const isFirm = (name: string): boolean => FIRM.test(name);

/** Whether a name is one to three capitals: initials, which abbreviate a name or replace a portrait. */
export const isInitials = (name: string): boolean => /^\p{Lu}{1,3}$/u.test(name);
