import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metadata } from 'next'
import { platformEnv } from '#lib/platform/env.ts'
import { MOST_BYTES } from '#lib/publieksportaal/bewijs/handtekening/check-bewijs.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { bewijsControle } from '#lib/ui/texts/mijn/bewijs-controle.ts'
import { ControleForm } from './controle-form.tsx'
import './bewijs-controleren.css'

const SCRIPT = '/mijn/controleer-bewijs.mjs'
const SLEUTELS = '/api/publieksportaal/jwks.json'

export async function generateMetadata(): Promise<Metadata> {
  return { title: bewijsControle[await currentTaal()].titel }
}

/** For whoever was handed a bewijs: no sign-in, and how to do it without this site. */
export default async function BewijsControlerenPage() {
  const taal = await currentTaal()
  const t = bewijsControle[taal]
  return (
    <>
      <Heading level={1} className="zb-page-title">
        {t.titel}
      </Heading>
      <Paragraph>{t.intro}</Paragraph>
      <ControleForm taal={taal} gemeente={platformEnv().GEMEENTE_NAAM} mostBytes={MOST_BYTES} />
      <details className="zb-controle__meer zb-controle__zelf">
        <summary>{t.zelf.titel}</summary>
        <Paragraph>{t.zelf.uitleg}</Paragraph>
        <ol>
          <li>
            <a className="utrecht-link utrecht-link--html-a" href={SLEUTELS} download="jwks.json">
              {t.zelf.sleutels}
            </a>
          </li>
          <li>
            <a className="utrecht-link utrecht-link--html-a" href={SCRIPT} download>
              {t.zelf.script}
            </a>
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
