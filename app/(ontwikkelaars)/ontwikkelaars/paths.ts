import { type Credentialtype, credentialtype } from '#lib/contract/abonnement-resource.ts'
import type { Pagina } from './paginas/pagina.ts'

export const START = '/ontwikkelaars'

/** The pages, in the order of the menu. */
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
  /** the portal's, for who builds a zaaksysteem: it is there only where the portal is */
  aansluiten: '/aansluiten',
} as const

export function codePath(taal: string, bestand: string): string {
  return `${START}/code/${taal}/${bestand}`
}

export function mijnAbonnementPath(id: string): string {
  return `${PATHS.mijn}/abonnementen/${id}`
}

export function mijnBezorgingPath(id: string): string {
  return `${PATHS.mijn}/bezorgingen/${id}`
}

/** The message check, with what an attempt sent. */
export function controlePath(bezorgingId: string, nummer: number): string {
  return `${PATHS.controle}?bezorging=${bezorgingId}&poging=${nummer}`
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
