/** isEmbed, embedElement: embedded content becomes a card that loads nothing. */
import { describe, expect, it } from 'vitest';
import { embedElement, isEmbed } from '../../../../../src/core/article/tree/embeds.ts';
import { read } from '../../../../../src/core/article/read.ts';

const frame = (attributes: string) => {
  const element = new DOMParser()
    .parseFromString(`<iframe ${attributes}></iframe>`, 'text/html')
    .querySelector('iframe');
  if (!element) throw new Error('no frame');
  return element;
};
const card = (attributes: string) => embedElement(frame(attributes), 'https://pan.example/');

describe('a card', () => {
  it('shows its kind and title, and links to the ordinary page', () => {
    expect(card('src="https://www.youtube-nocookie.com/embed/abc_DEF-123?rel=0" title="How salt is scraped"')).toEqual({
      tag: 'figure',
      attributes: { embed: 'video' },
      children: [
        {
          tag: 'a',
          attributes: { href: 'https://www.youtube.com/watch?v=abc_DEF-123', title: 'youtube-nocookie.com' },
          children: ['How salt is scraped'],
        },
      ],
    });
    const link = (attributes: string) => JSON.stringify(card(attributes)?.children[0]);
    expect(link('src="//player.vimeo.com/video/99?h=1"')).toContain('https://vimeo.com/99');
    expect(link('data-src="https://open.spotify.com/embed/episode/9" title="Spotify Embed"')).toContain(
      '["spotify.com"]',
    );
  });
  it('is only made for content of known sites', () => {
    expect(isEmbed(frame('src="https://platform.twitter.com/embed/Tweet.html?id=1"'))).toBe(true);
    expect(isEmbed(frame('src="https://ads.example/slot?9"'))).toBe(false);
    expect(isEmbed(frame('src="https://www.youtube.com/embed/abcdefgh" width="1" height="1"'))).toBe(false);
    expect(isEmbed(frame('src="javascript:alert(1)"'))).toBe(false);
    expect(isEmbed(frame('srcdoc="<p>a</p>"'))).toBe(false);
  });
  it('is not made for their buttons, follower boxes or advertisements', () => {
    const facebook = (path: string) => isEmbed(frame(`src="https://www.facebook.com/plugins/${path}"`));
    expect(facebook('post.php?href=x')).toBe(true);
    for (const path of ['likebox.php?href=x', 'like.php', 'page.php?tabs=timeline', 'share_button.php'])
      expect(facebook(path), path).toBe(false);
    expect(isEmbed(frame('src="https://platform.twitter.com/widgets/tweet_button.html"'))).toBe(false);
    expect(isEmbed(frame('src="https://www.google.com/recaptcha/api2/anchor"'))).toBe(false);
    expect(isEmbed(frame('src="https://www.google.com/maps/embed?pb=1"'))).toBe(true);
  });
});

describe('an article', () => {
  it('has the card in place of the frame', () => {
    const said = (what: string) =>
      `<p>${`The ${what} are scraped by hand from May until the first storms of autumn. `.repeat(3)}</p>`;
    const film = '<p><iframe src="https://www.youtube.com/embed/abcdefgh" title="The pans"></iframe></p>';
    const html =
      '<main><article><h1>Salt' +
      `</h1>${said('pans')}${said('ponds')}${film}${said('basins')}${said('beds')}</article></main>`;
    const result = read(new DOMParser().parseFromString(html, 'text/html'), { url: 'https://pan.example/' });
    if (!result.ok) throw new Error(result.error.kind);
    const tree = JSON.stringify(result.value.tree);
    expect(tree).toContain('"embed":"video"');
    expect(tree).not.toContain('iframe');
    expect(tree.indexOf('"embed"')).toBeLessThan(tree.lastIndexOf('The beds are'));
  });
});
