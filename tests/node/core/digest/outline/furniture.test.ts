import { describe, expect, it } from 'vitest';
import { isFurniture } from '../../../../../src/core/digest/outline/furniture.ts';

describe('isFurniture', () => {
  it.each([
    'Table of Contents',
    'Related: Students aren’t benefiting much from tutoring',
    'Related articles',
    'About the Author',
    'Leave a comment',
    'Subscribe to our newsletter',
    'Join 800,000+ subscribers to get regular emails on neuroscience',
    'Platform\tTrustpilot rating\tFeedback',
    '(SOUNDBITE OF ARCHIVED RECORDING)',
    '“They came on time, were kind to the children, and left the kitchen cleaner than they had found it.”',
    'Inhaltsverzeichnis',
    'À lire aussi',
    'Читайте также: Ухудшение памяти предвещает инсульт',
    'Spis treści',
    '相关阅读',
    '目次',
    '관련 기사',
    'اقرأ أيضا',
  ])('is a page’s own: %s', (line) => expect(isFurniture(line)).toBe(true));
  it.each([
    'Contents of the first aid box',
    'How to share a screen',
    'The author’s three rules',
    'Comments in code',
    'Related work',
    'Subscribers are falling',
    'Contact lenses and their care',
    '“Good enough” metadata wasn’t good enough',
    '目录服务的设计',
    'Содержание жиров в молоке',
    '1. Read the manual',
  ])('is a section: %s', (line) => expect(isFurniture(line)).toBe(false));
});
