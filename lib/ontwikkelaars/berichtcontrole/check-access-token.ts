import { hash } from 'node:crypto'
import { equalBytes } from '#lib/platform/crypto/equal-bytes.ts'
import { type Bericht, NOT_KEPT } from './bericht.ts'
import { type Deel, failed, passed, skipped } from './stap.ts'

const BEARER = /^Bearer (\S+)$/i

const sha256 = (text: string) => hash('sha256', text, 'buffer')

/** An opaque token. Neither it nor the right one is told in the answer. */
export function checkAccessToken({ headers, geheim }: Pick<Bericht, 'headers' | 'geheim'>): Deel {
  const authorization = headers.get('authorization') ?? ''
  if (authorization === NOT_KEPT) return { stappen: [skipped('accesstoken', 'niet_bewaard')] }
  const [, token] = BEARER.exec(authorization) ?? []
  if (!token) return { stappen: [failed('accesstoken')] }
  if (geheim === '') return { stappen: [skipped('accesstoken', 'niet_gegeven')] }
  const holds = equalBytes(sha256(token), sha256(geheim))
  return { stappen: [holds ? passed('accesstoken') : failed('accesstoken')] }
}
