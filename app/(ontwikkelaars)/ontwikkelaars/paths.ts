import { type Credentialtype, credentialtype } from '#lib/contract/abonnement-resource.ts'
import type { Pagina } from './paginas/pagina.ts'

export const START = '/ontwikkelaars'

/** The pages, in menu order. */
export const PATHS = {
  start: START,
  gebeurtenissen: `${START}/gebeurtenissen`,
  handtekeningen: `${START}/handtekeningen`,
  ontvangers: `${START}/ontvangers`,
  bezorgen: `${START}/bezorgen`,
  fouten: `${START}/fouten`,
  api: `${START}/api`,
  controle: `${START}/controle`,
  mijn: `${START}/mijn`,
  wijzigingen: `${START}/wijzigingen`,
  /** a page of the portal for builders of a zaaksysteem; exists only where the portal runs */
  aansluiten: '/aansluiten',
} as const

export function codePath(taal: string, bestand: string): string {
  return `${START}/code/${taal}/${bestand}`
}

export function mijnTokenPath(id: string): string {
  return `${PATHS.mijn}/tokens/${id}`
}

export function handtekeningPath(type: Credentialtype): string {
  return `${PATHS.handtekeningen}/${type.toLowerCase()}`
}

export function handtekeningPagina(type: Credentialtype): Pagina {
  return `handtekeningen-${type.toLowerCase() as Lowercase<Credentialtype>}`
}

export function credentialtypeOf(segment: string): Credentialtype | undefined {
  return credentialtype.options.find((type) => type.toLowerCase() === segment)
}
