import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages } from '../install-packages.mjs'

// `npm run api:reference` writes public/ontwikkelaars/redoc.js, which is committed: what Redoc is built of is 77 packages
// that nothing else needs.

const ROOT = join(import.meta.dirname, '../..')

/**
 * What the bundle of Redoc does that a page of ours may not, and what replaces it. A test tells when a version lost
 * one.
 */
const REPLACED = [
  /** Shows its maker's logo from another server. Without an image it shows none. */
  ['https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,'],
  /** Writes styles while it loads, before it can be given the nonce that they need. */
  ['n.nc=void 0', 'n.nc=document.currentScript.nonce'],
] as const

const bundles = join(installPackages('scripts/api/reference'), 'redoc/bundles')
const target = join(ROOT, 'public/ontwikkelaars/redoc.js')
const script = readFileSync(join(bundles, 'redoc.standalone.js'), 'utf8')
const licences = readFileSync(join(bundles, 'redoc.standalone.js.LICENSE.txt'), 'utf8')
// The bundle only names a file beside it that has them.
const withLicences = script
  .replace(/^\/\*! For license information .*\*\/\n/, `${licences}\n`)
  .replace(/\/\/# sourceMappingURL=.*\s*$/, '')
writeFileSync(
  target,
  REPLACED.reduce((text, [theirs, ours]) => text.replaceAll(theirs, ours), withLicences),
)
