import { decrypt } from '#lib/platform/crypto/encryption.ts'
import { platformEnv } from '#lib/platform/env.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findZaakOfBurger } from '../zaak/find-zaak-of-burger.ts'
import type { BevestigingMail, ClaimedMail, ZaakMail } from './claim-mail.ts'
import { composeBevestigingMail } from './compose-bevestiging-mail.ts'
import { composeZaakMail } from './compose-zaak-mail.ts'
import { afmeldLink, bevestigingLink, zaakLink } from './links.ts'
import type { MailContent } from './mail-content.ts'
import { type Told, toldStatussen } from './told-statussen.ts'

/** `content` is null when nothing is left to tell. */
export type Composed = Told & { content: MailContent | null }

/** @returns `undefined` when the zaak was removed since it was claimed, and its mails with it */
export async function composeMail(ctx: PublieksportaalContext, mail: ClaimedMail): Promise<Composed | undefined> {
  return mail.soort === 'zaak' ? aboutZaak(ctx, mail) : withLink(ctx, mail)
}

async function aboutZaak(ctx: PublieksportaalContext, mail: ZaakMail): Promise<Composed | undefined> {
  const { zaakId, burgerId, taal, afmeldcode } = mail
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) return undefined
  const { told, replaced } = toldStatussen(zaak, mail)
  if (told.length === 0) return { told, replaced, content: null }
  const links = { zaak: zaakLink(ctx.env, zaakId), afmelden: afmeldLink(ctx.env, afmeldcode) }
  const content = composeZaakMail({ zaak, told, taal, gemeente: gemeente(), links, now: ctx.clock() })
  return { told, replaced, content }
}

function withLink({ env }: PublieksportaalContext, { id, taal, token }: BevestigingMail): Composed {
  const code = decrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { ...token, boundTo: id }).toString()
  const content = composeBevestigingMail({ taal, gemeente: gemeente(), link: bevestigingLink(env, code) })
  return { told: [], replaced: [], content }
}

function gemeente() {
  const { GEMEENTE_NAAM: naam, GEMEENTE_TELEFOON: telefoon } = platformEnv()
  return { naam, telefoon }
}
