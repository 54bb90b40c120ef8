import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { platformEnv } from '#lib/platform/env.ts'
import { MOST_BYTES } from '#lib/publieksportaal/bewijs/handtekening/check-bewijs.ts'
import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { PlainLink } from '#lib/ui/text/link.tsx'
import { bewijsControle } from '#lib/ui/texts/mijn/bewijs-controle.ts'
import { ControleForm } from './controle-form.tsx'
import './bewijs-controleren.css'

const SCRIPT = '/mijn/controleer-bewijs.mjs'
const SLEUTELS = '/api/publieksportaal/jwks.json'

export const generateMetadata = titled((taal) => bewijsControle[taal].titel)

/**
 * Checks a bewijs for anybody who was handed one: without sign-in, and with instructions to do it offline.
 */
export default async function BewijsControlerenPage() {
  const taal = await currentTaal()
  const t = bewijsControle[taal]
  return (
    <>
      <PageTitle>{t.titel}</PageTitle>
      <Paragraph>{t.intro}</Paragraph>
      <ControleForm taal={taal} gemeente={platformEnv().GEMEENTE_NAAM} mostBytes={MOST_BYTES} />
      <details className="zb-controle__meer zb-controle__zelf">
        <summary>{t.zelf.titel}</summary>
        <Paragraph>{t.zelf.uitleg}</Paragraph>
        <ol>
          <li>
            <PlainLink href={SLEUTELS} download="jwks.json">
              {t.zelf.sleutels}
            </PlainLink>
          </li>
          <li>
            <PlainLink href={SCRIPT} download>
              {t.zelf.script}
            </PlainLink>
          </li>
          <li>{t.zelf.start}</li>
        </ol>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
        <section tabIndex={0} aria-label={t.zelf.code} className="zb-controle__code" lang="en">
          <pre>
            <code>{await readFile(join(process.cwd(), 'public', SCRIPT), 'utf8')}</code>
          </pre>
        </section>
      </details>
    </>
  )
}
