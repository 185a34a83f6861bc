/**
 * Lines that a page sets as headings though they name no part of the article: tables of contents, pointers elsewhere,
 * boxes about the author.
 */
import { pattern } from '../language/pattern.ts';

/** The whole line, in the languages of the lists in `../language`; marks at its ends aside. */
const WHOLE = pattern('iu')`
    ^(?:table of contents|contents|in this (?:article|guide|post|issue)|jump to|on this page
    |share(?: this)?(?: (?:article|post|story|on.*))?|(?:leave a |post a |no |\d+ )?(?:comments?|reply|responses?)
    |about the authors?|about (?:me|us)|(?:the )?authors?(?: bio)?|written by|meet the (?:author|expert|team)
    |related (?:articles?|posts?|resources?|topics?|reading|stories|content|links|publications|videos|news)
    |(?:more|further|recommended|suggested) (?:reading|stories|articles|posts)|read (?:more|next|also)|see also
    |you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|(?:subscribe|sign up|newsletter
    |follow us)(?: .{0,40})?|contact(?: us)?|get in touch|stay (?:connected|updated)|advertisement
    |sponsored(?: content)?|(?:most )?(?:popular|recent|latest) (?:posts|articles|stories|news)|tags|categories
    |trending(?: now)?|inhalt(?:sverzeichnis)?|(?:das )?könnte (?:sie|dich) auch interessieren|mehr zum thema
    |über (?:den autor|die autorin|uns)|teilen|kommentare?|sommaire|table des matières|à lire aussi
    |sur le même sujet|à propos de l['’]auteur|partager|commentaires?|índice|contenidos?|sumário
    |artículos relacionados|artigos relacionados|sobre (?:el autor|o autor|a autora)|compartir|compartilhar
    |comentarios|comentários|indice|leggi anche|articoli correlati|condividi|spis treści|zobacz (?:też|także
    |również)|czytaj (?:też|także|również|więcej)|podobne artykuły|komentarze|o autorze|содержание|оглавление
    |читайте? также|смотрите также|похожие (?:статьи|материалы)|материалы по теме|комментарии|об авторе|поделиться
    |зміст|читайте також|коментарі|περιεχόμενα|διαβάστε (?:επίσης|ακόμη|ακόμα)|σχετικά άρθρα|σχόλια|目录|目錄|相关(?:阅读
    |文章|新闻|链接|推荐)|相關(?:閱讀|文章|新聞|連結)|推荐阅读|延伸閱讀|延伸阅读|作者简介|关于作者|评论|評論|分享|目次|関連(?:記事|リンク)|あわせて読みたい|コメント|著者について|목차
    |관련 (?:기사|글)|댓글|공유|mục lục|bài (?:viết )?liên quan|xem thêm|bình luận|içindekiler|ilgili (?:haberler|yazılar)
    |yorumlar|المحتويات|مقالات ذات صلة|اقرأ أيضا|التعليقات|תוכן עניינים|כתבות נוספות|תגובות|विषय सूची|संबंधित लेख
    |टिप्पणियाँ)$
  `;
/** The line's beginning, before more words: "Related: How to …", "Read also: …". */
const OPENS = pattern('iu')`
    ^(?:related(?: (?:articles?|posts?|stor(?:y|ies)|reading))?|read (?:more|next|also)|see also|more from
    |also read|lesen sie auch|lire aussi|lee también|leia também|leggi anche|czytaj (?:też|także|również)
    |читайте?(?: также)?|смотрите также|читайте також|διαβάστε (?:επίσης|ακόμη|ακόμα)|相关(?:阅读|链接|新闻)|相關閱讀|関連記事
    |관련 ?기사|xem thêm|اقرأ أيضا)\s*(?:[:：]|\s{2,}|(?<=more from)\s)
  `;
/** A call to join: "Join 800,000+ subscribers …", "Get our newsletter …". */
const JOINS =
  /^(?:join|get|sign up|subscribe)\b.{0,60}\b(?:subscribers|newsletter|readers|inbox|e-?mails?|updates)\b/iu;
/** A row of a table: cells with tabs between them. */
const CELLS = /\t/u;
/** Somebody's praise, in quotation marks from end to end, longer than a heading. */
const PRAISE = /^["“„«「][^"“”„«»「」]{60,}["”“»」][.!]?$/u;
/** A stage direction: "(SOUNDBITE OF ARCHIVED RECORDING)". */
const DIRECTION = /^[(（[][^()（）[\]]+[)）\]]$/u;

/** True if a line that looks like a heading is none of the article's own. O(its length). */
export function isFurniture(line: string): boolean {
  if (CELLS.test(line.trim()) || PRAISE.test(line.trim()) || DIRECTION.test(line.trim())) return true;
  const bare = line.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/[^\S\n]+/gu, ' ');
  return WHOLE.test(bare) || OPENS.test(line.trim()) || JOINS.test(bare);
}
