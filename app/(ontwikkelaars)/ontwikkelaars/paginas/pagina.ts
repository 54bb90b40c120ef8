import type { MarkedToken } from 'marked'
import type { Taal } from '#lib/ui/text/taal.ts'

/** The Markdown pages; each exists in the folder of each language. */
export const PAGINAS = [
  'start',
  'start-token',
  'start-token-demo',
  'gebeurtenissen',
  'handtekeningen',
  'handtekeningen-jwt',
  'handtekeningen-accesstoken',
  'handtekeningen-standardwebhooks',
  'handtekeningen-httpmessagesignatures',
  'handtekeningen-nlgovadr',
  'ontvangers',
  'bezorgen',
  'fouten',
  'wijzigingen',
] as const

export type Pagina = (typeof PAGINAS)[number]

/** Returns the tokens of a page, which the build has parsed: see `turbopack` in `next.config.ts`. */
export async function loadPagina(taal: Taal, pagina: Pagina): Promise<MarkedToken[]> {
  const { default: tokens } = await import(`./${taal}/${pagina}.md`)
  return tokens
}

/**
 * A second-level heading with the tokens below it; the first section holds everything before the first
 * heading.
 */
type Section = { kop: string; tokens: MarkedToken[] }

export function toSections(tokens: MarkedToken[]): Section[] {
  const sections: Section[] = [{ kop: '', tokens: [] }]
  for (const token of tokens) {
    if (token.type === 'heading' && token.depth === 2) sections.push({ kop: token.text, tokens: [] })
    sections.at(-1)?.tokens.push(token)
  }
  return sections
}

/** Returns the `id` of a heading. */
export function anchorOf(kop: string): string {
  return kop
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Parses a comment `<!-- name: caption | caption -->`. */
export function parseInset(comment: string): { name: string; captions: string[] } {
  const [name = '', captions] = comment
    .trim()
    .slice('<!--'.length, -'-->'.length)
    .split(/: (.*)/s)
  return { name: name.trim(), captions: captions?.split('|').map((caption) => caption.trim()) ?? [] }
}
