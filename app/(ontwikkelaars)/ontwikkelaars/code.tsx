import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { CodeFigure } from './code-figure.tsx'

/** Code to copy, with its button in the language of the reader. */
export async function Code({ caption, children }: { caption: string; children: string }) {
  const { kopieer, gekopieerd } = ontwikkelaarsMenu[await currentTaal()]
  return (
    <CodeFigure caption={caption} kopieer={kopieer} gekopieerd={gekopieerd}>
      {children}
    </CodeFigure>
  )
}
