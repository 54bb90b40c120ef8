'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Paragraph, TextList } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import type { apparatenTexts } from '#lib/ui/texts/mijn/apparaten.ts'
import { removeApparaatAction } from './apparaat-actions.ts'
import { type Fout, readStand, type Stand, switchOn, unsubscribe } from './web-push.ts'

type Texts = (typeof apparatenTexts)[Taal]

type Props = {
  burgerId: string
  apparaten: { id: string; endpointHash: string }[]
  publicKey: string
  taal: Taal
  bezig: string
  fouten: Texts['fout']
  texts: Texts['dit']
}

/**
 * The state of push on this device, with the button to change it. Renders nothing until the browser told the
 * state.
 */
export function DitApparaat({ burgerId, apparaten, publicKey, taal, bezig, fouten, texts: t }: Props) {
  const router = useRouter()
  const [stand, setStand] = useState<Stand>()
  const [isBusy, setIsBusy] = useState(false)
  const [fout, setFout] = useState<Fout>()
  useEffect(() => {
    readStand({ apparaten, publicKey }).then(setStand, () => setStand({ stand: 'nietOndersteund' }))
  }, [apparaten, publicKey])

  async function press() {
    if (isBusy) return
    setIsBusy(true)
    setFout(undefined)
    const outcome = await switchOn({ burgerId, publicKey, taal }).catch(() => ({ fout: 'mislukt' as const }))
    setIsBusy(false)
    if ('naar' in outcome) {
      router.replace(outcome.naar)
      return router.refresh()
    }
    setFout(outcome.fout)
    setStand(await readStand({ apparaten, publicKey }))
  }

  if (!stand) return null
  return (
    <>
      {fout && (
        <Alert type="error" role="alert">
          {fouten[fout]}
        </Alert>
      )}
      {stand.stand === 'beginscherm' ? (
        <>
          <Paragraph>{t.beginscherm.kop}</Paragraph>
          <TextList ordered items={t.beginscherm.stappen} />
        </>
      ) : (
        <Paragraph>{t[stand.stand]}</Paragraph>
      )}
      {stand.stand === 'uit' && (
        <Button type="button" aria-busy={isBusy} onClick={press}>
          {isBusy ? bezig : t.zetAan}
        </Button>
      )}
      {stand.stand === 'aan' && (
        <PostForm
          fields={{ burgerId, apparaatId: stand.apparaatId }}
          action={async (formData) => {
            await unsubscribe()
            await removeApparaatAction(formData)
          }}
        >
          <SubmitButton appearance="secondary" busy={bezig}>
            {t.zetUit}
          </SubmitButton>
        </PostForm>
      )}
    </>
  )
}
