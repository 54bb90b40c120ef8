import { join } from 'node:path'

export default {
  root: join(import.meta.dirname, '../../..'),
  test: { include: ['scripts/api/*.rules.ts'], testTimeout: 60_000 },
}
