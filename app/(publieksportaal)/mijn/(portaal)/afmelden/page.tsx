import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { emailadresTexts } from '#lib/ui/texts/mijn/emailadres.ts'
import { AskFirst } from '../ask-first.tsx'
import { MijnMessage } from '../mijn-message.tsx'
import { unsubscribeAction } from './unsubscribe-action.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = titled((taal) => emailadresTexts[taal].afmelden.titel)

/** The target of the unsubscribe link in a mail. */
export default async function AfmeldenPage({ searchParams }: Props) {
  const { code } = await searchParams
  const { afmelden: t } = emailadresTexts[await currentTaal()]
  if (typeof code === 'string') return <AskFirst code={code} action={unsubscribeAction} texts={t} />
  return <MijnMessage title={t.gelukt} explanation={t.geluktUitleg} />
}
