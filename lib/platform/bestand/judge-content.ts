import { Bestandsweigering } from './bestandsfouten.ts'
import { isRemote, nameOf, OTHER_ENCODING, readTag, unescaped } from './judge-office.ts'

/** The limits for a text without tags, and for fields of Word within fields. */
const MAX_TEXT = 1024 * 1024
const MAX_NESTED = 100
/** The first word of a field says what it does. Word may write it in pieces. */
const MAX_CODE = 40
const FIELDS = /^["'\s]*(?:dde|ddeauto|link|database|includetext)\b/i
const OF_WORD = ['instrText', 'delInstrText', 'fldSimple', 'fldChar', 'connectString']

/**
 * The length of the shortest name that a judge looks for, `script`. Most tags are shorter and cost nothing.
 */
const SHORTEST = 6

/** Judges the elements of a part in their order. `end` is called after the last one. */
export type Judge = { look(tag: string): void; end?(): void }

/**
 * Judges the content of an office document as it is read. It sees at least the elements that an XML parser
 * sees.
 *
 * @throws Bestandsweigering when something in it runs or loads, or it cannot be read
 */
export async function judgeContent(bytes: AsyncIterable<Uint8Array>, { look, end }: Judge): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const part of bytes) {
    const [first = '', ...tags] = decode(decoder, part).split('<')
    rest += first
    if (rest.length > MAX_TEXT) throw new Bestandsweigering('document_expands')
    for (const tag of tags) {
      judge(rest)
      rest = tag
    }
  }
  judge(rest + decode(decoder))
  end?.()

  function judge(tag: string) {
    if (tag.length < SHORTEST && tag[0] !== '?') return
    const isDeclared = tag[0] === '!' ? /^!DOCTYPE/i.test(tag) : tag[0] === '?' && OTHER_ENCODING.test(`<${tag}`)
    if (isDeclared) throw new Bestandsweigering('document_damaged')
    look(tag)
  }
}

/** @throws Bestandsweigering for another encoding than UTF-8. UTF-16 is known by its zero bytes. */
function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    const text = decoder.decode(bytes, { stream: bytes !== undefined })
    if (!text.includes('\0')) return text
  } catch {}
  throw new Bestandsweigering('document_damaged')
}

/** Refuses fields of Word that fetch from a program or a file (DDE), and a connection to a database. */
export function wordJudge(): Judge {
  /** The first characters of the open fields, the innermost last. */
  const codes: string[] = []
  let isCode = false
  const refuseField = (code: string) => {
    if (FIELDS.test(code)) throw new Bestandsweigering('document_with_objects')
  }
  return {
    look(tag) {
      // A reader that skips a comment joins the pieces to one word. Word writes no comments in a code.
      if (isCode && /^[!?]/.test(tag)) throw new Bestandsweigering('document_damaged')
      isCode = false
      if (!OF_WORD.includes(nameOf(tag))) return
      const { naam, of, text } = readTag(tag)
      isCode = naam === 'instrText' || naam === 'delInstrText'
      if (isCode && codes.length > 0) codes.push((codes.pop() + unescaped(text)).trimStart().slice(0, MAX_CODE))
      if (naam === 'fldSimple') refuseField(of.instr ?? '')
      if (naam === 'connectString' && of.val) throw new Bestandsweigering('document_loads_remote')
      if (naam !== 'fldChar') return
      if (of.fldCharType === 'begin') {
        // A field without a name yet gets the result of the inner field as its name: QUOTE 68 68 69 is DDE.
        if (codes.at(-1) === '') throw new Bestandsweigering('document_with_objects')
        if (codes.push('') > MAX_NESTED) throw new Bestandsweigering('document_expands')
      } else refuseField((of.fldCharType === 'end' ? codes.pop() : codes.at(-1)) ?? '')
    },
    end: () => codes.forEach(refuseField),
  }
}

/** Refuses a link of Excel to a program (DDE, OLE) instead of another sheet. */
export const linkJudge = (): Judge => ({
  look(tag) {
    if (['ddeLink', 'oleLink'].includes(nameOf(tag))) throw new Bestandsweigering('document_with_objects')
  },
})

const SCRIPTS = ['script', 'event-listener']
const PROGRAMS = ['applet', 'plugin', 'object-ole', 'floating-frame', 'dde-source', 'dde-connection-decl', 'dde-link']
/** Matches the address of another file, outside of the document. */
const OUTSIDE = /^\s*(?:\.\.[/\\]|[/\\]|[a-z][a-z\d+.-]{1,30}:)/i

/** The elements whose address loads only when a person clicks. */
const LINKS = ['a', 'form', 'button', 'area-rectangle', 'area-circle', 'area-polygon']

/** Refuses scripts and programs in LibreOffice, and files of another address. */
export const openDocumentJudge = (): Judge => ({
  look(tag) {
    const naam = nameOf(tag)
    const href = (tag.includes('href') && readTag(tag).of.href) || ''
    if (SCRIPTS.includes(naam)) throw new Bestandsweigering('document_with_macros')
    if (PROGRAMS.includes(naam) || (naam === 'object' && OUTSIDE.test(href))) {
      throw new Bestandsweigering('document_with_objects')
    }
    if (naam.startsWith('database-source') || (!LINKS.includes(naam) && isRemote(href))) {
      throw new Bestandsweigering('document_loads_remote')
    }
  },
})
