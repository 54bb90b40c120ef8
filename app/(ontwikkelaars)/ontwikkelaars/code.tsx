import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { CodeFigure } from './code-figure.tsx'

export async function Code({ caption, children }: { caption: string; children: string }) {
  const { kopieer, gekopieerd } = ontwikkelaarsMenu[await currentTaal()]
  return (
    <CodeFigure caption={caption} kopieer={kopieer} gekopieerd={gekopieerd}>
      {children}
    </CodeFigure>
  )
}
