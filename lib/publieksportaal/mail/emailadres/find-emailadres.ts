import type { PublieksportaalContext } from '../../context.ts'
import { decryptAdres } from './adres.ts'

/** Which kinds of changes are mailed besides those that always are. */
export type Mailvoorkeuren = { voortgang: boolean; termijnen: boolean }

export type EmailadresVanBurger = {
  adres: string
  taal: 'nl' | 'en'
  /** null until the citizen has confirmed it */
  bevestigdOp: Date | null
  /** when a mail to it came back */
  geweigerdOp: Date | null
  /** another one, which takes its place once the citizen has confirmed it */
  nieuw: { adres: string; geweigerdOp: Date | null } | null
  voorkeuren: Mailvoorkeuren
}

/** The address that this citizen gave; `undefined` when there is none. */
export async function findEmailadres(
  ctx: Pick<PublieksportaalContext, 'env' | 'db'>,
  { burgerId }: { burgerId: string },
): Promise<EmailadresVanBurger | undefined> {
  const row = await ctx.db.emailadres.findUnique({ where: { burgerId }, include: { nieuw: true } })
  if (!row?.versleuteld || !row.sleutelId) return undefined
  const { versleuteld, sleutelId, taal, bevestigdOp, geweigerdOp, voortgang, termijnen } = row
  const adres = decryptAdres(ctx, { burgerId, versleuteld, sleutelId })
  const nieuw = row.nieuw && {
    adres: decryptAdres(ctx, row.nieuw),
    geweigerdOp: row.nieuw.geweigerdOp,
  }
  return { adres, taal, bevestigdOp, geweigerdOp, nieuw, voorkeuren: { voortgang, termijnen } }
}

/** What is wrong with where this citizen wants mail: it takes none, or is still to be confirmed. `nieuw`: while another one works. */
type Mailprobleem = 'geweigerd' | 'te_bevestigen' | 'nieuw_geweigerd' | 'nieuw_te_bevestigen'

export function mailprobleemOf({ bevestigdOp, geweigerdOp, nieuw }: EmailadresVanBurger): Mailprobleem | null {
  const works = bevestigdOp !== null && geweigerdOp === null
  const pending = nieuw && (nieuw.geweigerdOp ? 'geweigerd' : 'te_bevestigen')
  if (works) return pending && `nieuw_${pending}`
  return pending ?? (geweigerdOp ? 'geweigerd' : 'te_bevestigen')
}
