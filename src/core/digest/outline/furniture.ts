/**
 * Recognises headings that name no part of the article: tables of contents, links elsewhere, boxes about the author.
 */
import { pattern } from '../language/pattern.ts';

/** The whole line, in the languages of the lists in `../language`; marks at its ends aside. */
const WHOLE = pattern('iu')`
    ^(?:table of contents|contents|in this (?:article|guide|post|issue)|jump to|on this page
    |share(?: this)?(?: (?:article|post|story|on.*))?|(?:leave a |post a |no |\d+ )?(?:comments?|reply|responses?)
    |about (?:the|this) (?:authors?|writer|reviewer|contributor)|about (?:me|us)|(?:the )?authors?(?: bio)?
    |author(?: information|['’]s bio)|who (?:wrote|curated) this (?:article|guide|post)|meet (?:the|our
    |your) (?:authors?|experts?|team|writers?)|testimonials?|what (?:our|my) (?:customers|clients|students|users
    |readers|patients|guests)(?: (?:say|think|are saying))(?: about us)?|(?:['"“]?start|end) quote|expand all
    |submit (?:a )?correction|copy link|share|tweet|pin it|back to top|related (?:articles?|posts?|resources?
    |topics?|reading|stories|content|links|publications|videos|news)|(?:more|further|recommended
    |suggested) (?:reading|stories|articles|posts)|read (?:more|next|also)|see also|you (?:may
    |might) (?:also )?(?:like|enjoy|be interested in)|(?:subscribe|sign up|newsletter|follow us)(?: .{0,40})?
    |contact(?: us)?|get in touch|stay (?:connected|updated)|advertisement|sponsored(?: content)?
    |(?:most )?(?:popular|recent|latest) (?:posts|articles|stories|news)|tags|categories|trending(?: now)?
    |inhalt(?:sverzeichnis)?|(?:das )?könnte (?:sie|dich) auch interessieren|mehr zum thema|über (?:den autor
    |die autorin|die autoren|uns)|kundenstimmen|das sagen unsere kunden|zum autor|zur autorin|teilen|kommentare?
    |sommaire|table des matières|à lire aussi|sur le même sujet|à propos de l['’](?:auteur|auteure|autrice)
    |témoignages(?: clients)?|partager|commentaires?|índice|contenidos?|sumário|artículos relacionados
    |artigos relacionados|(?:sobre|acerca de) (?:el autor|la autora|o autor|a autora)|testimonios|depoimentos
    |sull['’]autor[ei]|l['’]autore|testimonianze|over de auteur|om författaren|compartir|compartilhar|comentarios
    |comentários|indice|leggi anche|articoli correlati|condividi|spis treści|zobacz (?:też|także|również)
    |czytaj (?:też|także|również|więcej)|podobne artykuły|komentarze|(?:o )?(?:autorze|autorce)|opinie klientów
    |reklama|содержание|оглавление|читайте? также|смотрите также|похожие (?:статьи|материалы)|материалы по теме
    |комментарии|об авторе|отзывы клиентов|реклама|поделиться|про автора|зміст|читайте також|коментарі|περιεχόμενα
    |διαβάστε (?:επίσης|ακόμη|ακόμα)|σχετικά άρθρα|σχόλια|σχετικά με τον συντάκτη|目录|目錄|相关(?:阅读|文章|新闻|链接|推荐)|相關(?:閱讀
    |文章|新聞|連結)|推荐阅读|延伸閱讀|延伸阅读|作者简介|作者簡介|关于作者|關於作者|客户评价|客戶評價|评论|評論|分享|目次|関連(?:記事|リンク)|あわせて読みたい|コメント|著者について|著者紹介
    |この記事を書いた人|お客様の声|목차|글쓴이 소개|저자 소개|고객 후기|관련 (?:기사|글)|댓글|공유|mục lục|bài (?:viết )?liên quan|về tác giả|xem thêm
    |bình luận|içindekiler|yazar hakkında|ilgili (?:haberler|yazılar)|yorumlar|المحتويات|مقالات ذات صلة|اقرأ أيضا
    |عن الكاتب|نبذة عن الكاتب|التعليقات|תוכן עניינים|כתבות נוספות|תגובות|विषय सूची|संबंधित लेख|टिप्पणियाँ)$
  `;
/** Of these lines, those that may hold headings of their own: a box about the author, cards of other articles. */
const BOX = pattern('iu')`
    ^(?:about the (?:authors?|writer|reviewer)|about (?:me|us)|meet (?:the|our) (?:authors?|team|writers?|experts?)
    |related (?:articles?|posts?|reading|stories|content|news)|(?:more|further|recommended|suggested) (?:reading|stories
    |articles|posts)|read (?:more|next|also)|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)
    |(?:most )?(?:popular|recent|latest) (?:posts|articles|stories|news)|trending(?: now)?|comments|testimonials?
    |what (?:our|my) (?:customers|clients|students|users|readers|patients|guests).*|mehr zum thema
    |(?:das )?könnte (?:sie|dich) auch interessieren|über (?:den autor|die autorin|die autoren)|kundenstimmen
    |à lire aussi|sur le même sujet|à propos de l['’]aut(?:eure?|rice)|témoignages|artículos relacionados
    |artigos relacionados|sobre (?:el autor|la autora|o autor|a autora)|testimonios|depoimentos|articoli correlati
    |leggi anche|podobne artykuły|zobacz (?:też|także|również)|czytaj (?:też|także|również)|o autorze
    |похожие (?:статьи|материалы)|материалы по теме|читайте? также|об авторе|отзывы клиентов|читайте також|про автора
    |σχετικά άρθρα|ilgili (?:haberler|yazılar)|مقالات ذات صلة|عن الكاتب|相关(?:阅读|文章|新闻|推荐)|推荐阅读|作者简介|关于作者
    |関連記事|あわせて読みたい|著者(?:について|紹介)|お客様の声|관련 (?:기사|글)|저자 소개|고객 후기|bài (?:viết )?liên quan)$
  `;
/** The line's beginning, before more words: "Related: How to …", "Read also: …". */
const OPENS = pattern('iu')`
    ^(?:related(?: (?:articles?|posts?|stor(?:y|ies)|reading))?|read (?:more|next|also)|see also|more from
    |also read|lesen sie auch|lire aussi|lee también|leia também|leggi anche|czytaj (?:też|także|również)
    |читайте?(?: также)?|смотрите также|читайте також|διαβάστε (?:επίσης|ακόμη|ακόμα)|相关(?:阅读|链接|新闻)|相關閱讀|関連記事
    |관련 ?기사|xem thêm|اقرأ أيضا)\s*(?:[:：]|\s{2,}|(?<=more from)\s)
  `;
/** "Written by Jane Doe", "Автор: Анна Иванова": a credit, and nothing but names after it. */
const CREDIT = pattern('u')`
    ^(?:(?:[Aa]rticle |[Pp]ost |[Ss]tory )?(?:[Ww]ritten|WRITTEN|[Rr]eviewed|[Pp]osted|[Ee]dited|[Cc]urated|[Pp]ublished
    |[Ff]act[- ][Cc]hecked|[Mm]edically [Rr]eviewed) (?:by|By|BY)|[Gg]eschrieben von|[Vv]erfasst von|[ÉEé]crit par
    |[Rr]édigé par|[Ee]scrito por|[Pp]ublicado por|[Ss]critto da|[Gg]eschreven door|[Ss]krivet av|[Nn]apisane przez)
    (?:\s*[:：]?(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|and|und|et|y|e|i|van|von|de|der|da|dos|&)){1,6}|\s*[:：])?$
    |^(?:Authors?|Autor(?:in|ka|e)?|Auteur|Autore|Автор(?:ка)?|Συντάκτης|Yazan|Tác giả)
    \s*[:：](?:\s*\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+\p{Lu}[\p{L}\p{M}.'’-]*){0,5})?$
    |^(?:作者|撰文|著者|執筆|글쓴이|كتبه|الكاتب)\s*[:：].{0,20}$
  `;
/**
 * A table's head read as one line: "Rank University Location". Three words or more, names of columns all. Each stands
 * here once: a word that can be matched in two ways doubles the time of every line that repeats it.
 */
const COLUMNS = pattern('iu')`
    ^(?:(?:#|n[o°º]\.?|nr\.?|rank(?:ing)?|position|pos\.?|name|title|type|category|year|date|time|day|month|country
    |city|state|region|location|address|university|school|college|company|brand|model|product|item|team|player|club
    |price|cost|fee|rating|score|points|reviews?|votes|size|weight|height|length|capacity|quantity|qty|amount|total
    |status|result|unit|units|age|gender|salary|revenue|population|website|link|phone|e-?mail|description|notes?
    |rang|platz|jahr|datum|land|stadt|ort|preis|größe|gewicht|bewertung|punkte|verein|hochschule|universität|firma
    |rango|puesto|nombre|año|fecha|país|ciudad|precio|universidad|empresa|puntuación|puntos|ubicación|equipo
    |nom|année|pays|ville|prix|université|entreprise|lieu|équipe
    |posição|nome|ano|data|cidade|preço|universidade|pontos|posizione|anno|paese|città|prezzo|università|squadra|punti
    |miejsce|nazwa|rok|kraj|miasto|cena|uczelnia|punkty|место|название|год|дата|страна|город|цена|вуз|университет
    |компания|рейтинг|баллы|очки|команда|місце|назва|рік|країна|місто|ціна|sıra|ad|yıl|ülke|şehir|fiyat|üniversite
    |puan|الترتيب|الاسم|السنة|البلد|المدينة|السعر|الجامعة)(?:\s+|$)){3,}$
    |^(?:(?:排名|名称|名稱|大学|大學|学校|學校|地区|地區|国家|國家|城市|年份|日期|价格|價格|评分|評分|得分|分数|順位|大学名|所在地|国|価格|年
    |순위|이름|대학|대학교|국가|위치|가격|연도|점수)(?:\s+|$)){3,}$
  `;
/** A person's praise with who said it, or a button of a quote box: "“…” – Jane D.", "Start Quote". */
const QUOTED = /^["“„«「][^"“”„«»「」]{20,}["”“»」][.!]?\s*[–—―~-]\s*\p{Lu}[\p{L}\p{M}.,'’\s-]{1,60}$/u;
/** A call to join: "Join 800,000+ subscribers …", "Get our newsletter …". */
const JOINS =
  /^(?:join|get|sign up|subscribe)\b.{0,60}\b(?:subscribers|newsletter|readers|inbox|e-?mails?|updates)\b/iu;
/** A row of a table: cells with tabs between them. */
const CELLS = /\t/u;
/** Somebody's praise, in quotation marks from end to end, longer than a heading. */
const PRAISE = /^["“„«「][^"“”„«»「」]{60,}["”“»」][.!]?$/u;
/** A stage direction: "(SOUNDBITE OF ARCHIVED RECORDING)". */
const DIRECTION = /^[(（[][^()（）[\]]+[)）\]]$/u;

/** Marks at the ends of a line. A row of marks within it is looked at once, from its first. */
const END_MARKS = /^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu;

/** A line without the marks at its ends, its white space single. */
const bareOf = (line: string) => line.replace(END_MARKS, '').replace(/[^\S\n]+/gu, ' ');

/** True if a line heads a box that may hold headings of its own, none of them the article's. O(its length). */
export const isBox = (line: string): boolean => BOX.test(bareOf(line));

/** True if a line that looks like a heading does not belong to the article. O(its length). */
export function isFurniture(line: string): boolean {
  const whole = line.trim();
  if ([CELLS, PRAISE, QUOTED, DIRECTION, CREDIT, COLUMNS].some((kind) => kind.test(whole))) return true;
  const bare = bareOf(line);
  return WHOLE.test(bare) || OPENS.test(whole) || JOINS.test(bare);
}
