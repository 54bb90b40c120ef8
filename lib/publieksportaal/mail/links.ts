import type { PublieksportaalContext } from '../context.ts'

type Env = Pick<PublieksportaalContext['env'], 'PUBLIEKSPORTAAL_URL'>

export function zaakLink({ PUBLIEKSPORTAAL_URL: url }: Env, zaakId: string): string {
  return new URL(`/mijn/zaken/${zaakId}`, url).href
}

/** Its GET asks, and its POST does it: programs that check mails open every link in them. */
export function bevestigingLink({ PUBLIEKSPORTAAL_URL: url }: Env, token: string): string {
  return new URL(`/mijn/e-mail-bevestigen?code=${token}`, url).href
}

export function voorkeurenLink({ PUBLIEKSPORTAAL_URL: url }: Env): string {
  return new URL('/mijn/voorkeuren', url).href
}

/** The page that asks. */
export function afmeldLink({ PUBLIEKSPORTAAL_URL: url }: Env, afmeldcode: string): string {
  return new URL(`/mijn/afmelden?code=${afmeldcode}`, url).href
}

/** What a mail program calls at once (RFC 8058). */
export function afmeldUrl({ PUBLIEKSPORTAAL_URL: url }: Env, afmeldcode: string): string {
  return new URL(`/api/publieksportaal/afmelden/${afmeldcode}`, url).href
}
