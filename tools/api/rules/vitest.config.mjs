import { join } from 'node:path'

export default {
  root: join(import.meta.dirname, '../../..'),
  test: { include: ['tools/api/*.rules.ts'], testTimeout: 60_000 },
}
