/** Lede's elements on a page are visible and clickable, whatever the page puts into the top layer. */
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OverlayHost, createOverlayHost, removeLeftHosts } from '../../../src/page/overlay-host.ts';

const SIZE_PX = 200;
let life: AbortController;
let overlay: OverlayHost;
let dialog: HTMLDialogElement;
let presses: number;
const host = () => document.querySelector<HTMLElement>('[data-lede=toolbar]');
const onTop = () => document.elementFromPoint(SIZE_PX / 2, SIZE_PX / 2);
const turn = () => new Promise((over) => setTimeout(over, 50));

beforeEach(() => {
  life = new AbortController();
  presses = 0;
  overlay = createOverlayHost(document, 'toolbar', '', life.signal);
  const button = document.createElement('button');
  button.style.cssText = `inline-size: ${SIZE_PX}px; block-size: ${SIZE_PX}px`;
  button.addEventListener('click', () => presses++);
  overlay.box.append(button);
  dialog = document.createElement('dialog');
  dialog.style.cssText = 'position: fixed; inset: 0; inline-size: 100vw; block-size: 100vh; max-inline-size: none';
  document.body.append(dialog);
});
afterEach(() => {
  life.abort();
  dialog.remove();
});

const press = () => userEvent.click(document.documentElement, { position: { x: SIZE_PX / 2, y: SIZE_PX / 2 } });

describe('an overlay host', () => {
  it('that is shown while a modal dialog is open is inside it and can be clicked', async () => {
    dialog.showModal();
    overlay.show();
    expect(onTop()).toBe(host());
    await press();
    expect(presses).toBe(1);
  });

  it('rises above a dialog, a popover and a modal dialog that open later', async () => {
    overlay.show();
    dialog.show();
    await turn();
    expect(onTop()).toBe(host());
    dialog.close();
    dialog.popover = 'manual';
    dialog.showPopover();
    await turn();
    expect(onTop()).toBe(host());
    dialog.hidePopover();
    dialog.removeAttribute('popover');
    dialog.showModal();
    await turn();
    expect(onTop()).toBe(host());
    await press();
    expect(presses).toBe(1);
  });

  it('leaves a dialog that is closed or removed', async () => {
    overlay.show();
    dialog.showModal();
    await turn();
    dialog.close();
    await turn();
    expect(overlay.shown()).toBe(true);
    expect(onTop()).toBe(host());
    dialog.showModal();
    await turn();
    dialog.remove();
    expect(overlay.shown()).toBe(false);
    overlay.show();
    expect(onTop()).toBe(host());
  });

  it('of a stopped copy of Lede is removed, but not an element that only looks similar', () => {
    overlay.show();
    dialog.dataset['lede'] = 'of the page';
    removeLeftHosts(document);
    expect(host()).toBeNull();
    expect(dialog.isConnected).toBe(true);
  });

  it("keeps its frame and the frame's content when it is moved", async () => {
    const frame = document.createElement('iframe');
    let loads = 0;
    frame.addEventListener('load', () => loads++);
    frame.srcdoc = '<p>words</p>';
    overlay.box.append(frame);
    overlay.show();
    await expect.poll(() => loads).toBe(1);
    dialog.showModal();
    await turn();
    dialog.close();
    await turn();
    expect(overlay.shown()).toBe(true);
    expect(loads).toBe(1);
  });

  it('gives up against a page that covers it again and again', async () => {
    overlay.show();
    let opened = 0;
    dialog.popover = 'manual';
    for (; opened < 60; opened += 1) {
      dialog.showPopover();
      await new Promise((over) => setTimeout(over));
      dialog.hidePopover();
    }
    dialog.showPopover();
    await turn();
    expect(onTop()).toBe(dialog);
  });
});
