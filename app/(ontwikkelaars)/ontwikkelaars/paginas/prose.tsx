import type { MarkedToken, Token } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link, PlainLink } from '#lib/ui/text/link.tsx'
import { Code } from '../code.tsx'
import { anchorOf, loadPagina, type Pagina, parseInset, toSections } from './pagina.ts'

/** Code to show, or a function that renders the captions of the page. */
type Inset = string | ((...captions: string[]) => ReactNode)

type Props = {
  pagina: Pagina
  /** replacements for `<!-- name -->` and `<!-- name: caption | caption -->` */
  insets?: Record<string, Inset>
  /** replacements for `{name}` */
  values?: Record<string, string>
}

/**
 * Renders a Markdown page in the viewer's language. Code without a caption takes that of the heading above
 * it.
 */
export async function Prose({ pagina, insets = {}, values = {} }: Props) {
  const sections = toSections(await loadPagina(await currentTaal(), pagina))
  return sections.map(({ kop, tokens }, index) => {
    const Tag = index === 0 ? 'div' : 'section'
    return (
      <Tag key={kop}>
        <Blocks tokens={tokens} kop={kop} insets={insets} values={values} />
      </Tag>
    )
  })
}

type Place = { kop: string; insets: Record<string, Inset>; values: Record<string, string> }

function Blocks({ tokens, ...place }: Place & { tokens: MarkedToken[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the page is the same at each render
  return tokens.map((token, index) => <Block key={index} token={token} {...place} />)
}

function Block({ token, kop, insets, values }: Place & { token: MarkedToken }) {
  const inline = (tokens: Token[] | undefined) => <Inline tokens={tokens} values={values} />
  switch (token.type) {
    case 'heading':
      return (
        <Heading
          level={token.depth as 1 | 2 | 3}
          id={token.depth > 1 ? anchorOf(token.text) : undefined}
          className={token.depth === 1 ? 'zb-page-title' : 'staff-breakable'}
        >
          {inline(token.tokens)}
        </Heading>
      )
    case 'paragraph':
      return <Paragraph>{inline(token.tokens)}</Paragraph>
    case 'list': {
      const List = token.ordered ? 'ol' : 'ul'
      return (
        <List>
          {token.items.map(({ text, tokens }) => (
            <li key={text}>{inline(tokens)}</li>
          ))}
        </List>
      )
    }
    case 'table':
      return (
        <Table
          label={kop}
          rows={token.rows}
          keyOf={(cells) => cells.map(({ text }) => text).join()}
          columns={token.header.map(({ text }, column) => ({
            name: text,
            // A single element: on a phone each part of a cell would otherwise be placed apart beside its
            // heading.
            cell: (cells: typeof token.header) => <span>{inline(cells[column]?.tokens)}</span>,
          }))}
        />
      )
    case 'html': {
      const { name, captions } = parseInset(token.text)
      const inset = insets[name]
      if (inset === undefined) throw new Error(`No inset named ${name}`)
      return typeof inset === 'string' ? <Code caption={captions[0] ?? kop}>{inset}</Code> : inset(...captions)
    }
    case 'space':
      return null
    default:
      throw new Error(`Unsupported block token ${token.type}`)
  }
}

function Inline({ tokens = [], values }: { tokens?: Token[] | undefined; values: Place['values'] }) {
  return (tokens as MarkedToken[]).map((token, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the page is the same at each render
    return <Fragment key={index}>{inlineNode(token, values)}</Fragment>
  })
}

function inlineNode(token: MarkedToken, values: Place['values']): ReactNode {
  switch (token.type) {
    case 'codespan':
      return <code>{token.text.startsWith('{') ? (values[token.text.slice(1, -1)] ?? token.text) : token.text}</code>
    case 'link':
      // API files are not pages that Next.js could fetch with client-side navigation.
      return token.href.startsWith('/api/') ? (
        <PlainLink href={token.href}>{token.text}</PlainLink>
      ) : (
        <Link href={token.href}>{token.text}</Link>
      )
    case 'escape':
      return token.text
    case 'text':
      return token.tokens ? <Inline tokens={token.tokens} values={values} /> : fill(token.text, values)
    default:
      throw new Error(`Unsupported inline token ${token.type}`)
  }
}

function fill(text: string, values: Place['values']): string {
  return text.replace(/\{(\w{1,30})\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`No value for ${name}`)
    return values[name]
  })
}
