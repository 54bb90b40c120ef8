import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages } from '../../scripts/install-packages.mjs'

// `npm run api:reference` writes public/ontwikkelaars/redoc.js, which is committed because building Redoc
// takes 77 packages that nothing else needs.

const ROOT = join(import.meta.dirname, '../..')

/**
 * Parts of Redoc's bundle that our Content-Security-Policy forbids, with their replacements. A test fails
 * when a version lacks one.
 */
const REPLACED = [
  /** Loads its maker's logo from another server; with an empty image it shows none. */
  ['https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,'],
  /** Inserts styles while loading, before it can be given the nonce that they need. */
  ['n.nc=void 0', 'n.nc=document.currentScript.nonce'],
] as const

const bundles = join(installPackages('tools/api/reference'), 'redoc/bundles')
const target = join(ROOT, 'public/ontwikkelaars/redoc.js')
const script = readFileSync(join(bundles, 'redoc.standalone.js'), 'utf8')
const licences = readFileSync(join(bundles, 'redoc.standalone.js.LICENSE.txt'), 'utf8')
// The bundle only refers to a separate licence file.
const withLicences = script
  .replace(/^\/\*! For license information .*\*\/\n/, `${licences}\n`)
  .replace(/\/\/# sourceMappingURL=.*\s*$/, '')
writeFileSync(
  target,
  REPLACED.reduce((text, [theirs, ours]) => text.replaceAll(theirs, ours), withLicences),
)
