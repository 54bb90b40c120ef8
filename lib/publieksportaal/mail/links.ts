import type { PublieksportaalContext } from '../context.ts'

type Env = Pick<PublieksportaalContext['env'], 'PUBLIEKSPORTAAL_URL'>

export function zaakLink({ PUBLIEKSPORTAAL_URL: url }: Env, zaakId: string): string {
  return new URL(`/mijn/zaken/${zaakId}`, url).href
}

/** GET shows a form and POST confirms: mail scanners open every link. */
export function bevestigingLink({ PUBLIEKSPORTAAL_URL: url }: Env, token: string): string {
  return new URL(`/mijn/e-mail-bevestigen?code=${token}`, url).href
}

export function voorkeurenLink({ PUBLIEKSPORTAAL_URL: url }: Env): string {
  return new URL('/mijn/voorkeuren', url).href
}

/** Returns the address of the page with the form to unsubscribe. */
export function afmeldLink({ PUBLIEKSPORTAAL_URL: url }: Env, afmeldcode: string): string {
  return new URL(`/mijn/afmelden?code=${afmeldcode}`, url).href
}

/** Returns the endpoint for one-click unsubscribe (RFC 8058). */
export function afmeldUrl({ PUBLIEKSPORTAAL_URL: url }: Env, afmeldcode: string): string {
  return new URL(`/api/publieksportaal/afmelden/${afmeldcode}`, url).href
}
