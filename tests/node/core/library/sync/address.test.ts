/** Addresses of databases, and the link for a second device. */
import { describe, expect, it } from 'vitest';
import { invitation, readInvitation, serverAddress } from '../../../../../src/core/library/sync/address.ts';

describe('an address', () => {
  it.each([
    ['https://sync.example/lede', { url: 'https://sync.example/lede' }],
    [' https://me:secret@sync.example:6984/db/lede/ ', { url: 'https://sync.example:6984/db/lede' }],
    ['http://127.0.0.1:5984/lede', { url: 'http://127.0.0.1:5984/lede' }],
    ['http://localhost:5984/lede', { url: 'http://localhost:5984/lede' }],
    ['http://[::1]:5984/lede', { url: 'http://[::1]:5984/lede' }],
    ['http://192.168.0.2:5984/lede', { problem: 'unencrypted' }],
    ['http://localhost.example:5984/lede', { problem: 'unencrypted' }],
    ['https://sync.example', { problem: 'no-database' }],
    ['https://sync.example/Lede', { problem: 'no-database' }],
    ['ftp://sync.example/lede', { problem: 'no-address' }],
    ['lede', { problem: 'no-address' }],
  ])('%s', (typed, read) => expect(serverAddress(typed)).toEqual(read));

  it('can be sent to another device in a link, with the password only if it is given', () => {
    const there = { url: 'https://sync.example/lede', user: 'Änne' };
    expect(invitation(there)).not.toContain('password');
    expect(readInvitation(invitation(there))).toEqual(there);
    expect(readInvitation(` ${invitation(there, 'a&b=ü')} `)).toEqual({ ...there, password: 'a&b=ü' });
    expect(readInvitation('https://sync.example/lede')).toBeNull();
    expect(readInvitation('lede-sync:?address=http%3A%2F%2Fevil.example%2Fx')).toBeNull();
  });
});
