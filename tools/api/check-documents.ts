import { spawnSync } from 'node:child_process'
import { installPackages } from '../../scripts/install-packages.mjs'
import { keepFingerprints } from './released.ts'

// `npm run api:check` lints the documents and compiles a client of them. The linters and the generator are
// 160 packages, so they are installed only after a document changed; fingerprints.test.ts fails until this
// has passed.

installPackages('tools/api/rules')
const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tools/api/rules/vitest.config.mjs']
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
if (status === 0) keepFingerprints()
process.exit(status ?? 1)
