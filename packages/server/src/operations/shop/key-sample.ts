/** Keys for the documentation. */
export const keySample = {
  key: 'A-key-of-the-old-API-for-the-docs-000002',
  previous_key: 'A-key-of-the-old-API-for-the-docs-000001',
  previous_key_until: '2026-02-07T18:00:00.000Z',
} as const
