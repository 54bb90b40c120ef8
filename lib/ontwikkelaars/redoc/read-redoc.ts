import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const BUNDLE = join('node_modules', 'redoc', 'bundles', 'redoc.standalone.js')

/** What the bundle does that a page of ours may not, and what it does instead. A test tells when a version lost one. */
const REPLACED = [
  /** Shows its maker's logo from another server. Without an image it shows none. */
  ['https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,'],
  /** Writes styles while it loads, before it can be given the nonce that they need. */
  ['n.nc=void 0', 'n.nc=document.currentScript.nonce'],
] as const

/** Redoc as we serve it: nothing of the reference comes from another server, and all of it within the policy of our pages. */
export async function readRedoc(): Promise<string> {
  return REPLACED.reduce((text, [theirs, ours]) => text.replaceAll(theirs, ours), await readFile(BUNDLE, 'utf8'))
}
