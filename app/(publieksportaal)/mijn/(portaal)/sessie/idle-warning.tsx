'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { forgetTyped, keepTyped, restoreTyped } from '#lib/ui/form/typed/typed-text.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { type Ask, type Stand, watchSessie } from './watch-sessie.ts'
import './idle-warning.css'

const URL_PATH = '/api/publieksportaal/sessie'
const UNAUTHORIZED = 401

/**
 * Warns before the session ends, and goes to the sign-in page when it has. Typed text is restored after
 * signing in again. Reloads the page when another session replaced this one.
 */
export function IdleWarning({
  burgerId,
  sessieId,
  resterend,
  signOut,
  texts,
}: {
  burgerId: string
  sessieId: string
  /** minimum number of seconds that the session lasts */
  resterend: number
  /** server action */
  signOut: () => Promise<void>
  texts: Texts['sessie']
}) {
  const place = `${usePathname()}?${useSearchParams()}`
  const dialog = useRef<HTMLDialogElement>(null)
  const watching = useRef<ReturnType<typeof watchSessie>>(undefined)
  const watchedPlace = useRef(place)
  const [warning, setWarning] = useState<Stand & { tijd: string }>()
  const [isRestored, setIsRestored] = useState(false)
  const [isUnderstood, setIsUnderstood] = useState(false)

  const onWarning = useEffectEvent((stand: Stand) => {
    const end = new Date(Date.now() + stand.resterend * 1000)
    const tijd = end.toLocaleTimeString(texts.locale, {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Europe/Amsterdam',
    })
    setWarning({ ...stand, tijd })
  })
  const onEnd = useEffectEvent(() => {
    keepTyped({ persoonId: burgerId, sessieId })
    const naar = location.pathname + location.search
    // a full page load, so that no personal data stays on the screen
    location.assign(`/mijn/inloggen?${new URLSearchParams({ fout: 'verlopen', naar })}`)
  })
  const onOther = useEffectEvent(() => {
    keepTyped({ persoonId: burgerId, sessieId })
    location.reload()
  })
  const start = useEffectEvent(() =>
    watchSessie({
      sessieId,
      resterend,
      ask,
      target: window,
      onWarning,
      onEnd,
      onOther,
      onSafe: () => setWarning(undefined),
    }),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new session needs a new watch
  useEffect(() => {
    const watch = start()
    watching.current = watch
    return watch.stop
  }, [sessieId])
  useEffect(() => {
    // the layout persists across pages, so ask again whether its session is still the current one
    if (watchedPlace.current !== place) void watching.current?.look()
    watchedPlace.current = place
  }, [place])

  const onSubmit = useEffectEvent(({ target }: Event) => {
    // forms outside `main` sign out or change the language
    if (target instanceof Element && target.closest('main')) keepTyped({ persoonId: burgerId, sessieId })
    else forgetTyped()
  })
  useEffect(() => {
    document.addEventListener('submit', onSubmit, true)
    return () => document.removeEventListener('submit', onSubmit, true)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each page and each server render
  useEffect(
    () => setIsRestored(restoreTyped({ persoonId: burgerId, sessieId })),
    [burgerId, sessieId, place, resterend],
  )

  const isShown = warning !== undefined && !(isUnderstood && !warning.verlengbaar)
  useEffect(() => {
    if (!isShown) dialog.current?.close()
    else if (!dialog.current?.open) dialog.current?.showModal()
  }, [isShown])

  function stay() {
    if (!warning?.verlengbaar) return setIsUnderstood(true)
    setWarning(undefined)
    void watching.current?.stay()
  }

  const t = warning?.verlengbaar === false ? texts.langst : texts.stil
  return (
    <>
      <p role="status" className="zb-hidden">
        {isRestored && texts.terug}
      </p>
      <dialog
        ref={dialog}
        role="alertdialog"
        aria-labelledby="sessie-titel"
        aria-describedby="sessie-uitleg"
        className="zb-sessie"
        // the dialog closed by Escape, which proves that the citizen is present
        onClose={() => isShown && stay()}
      >
        {isShown && (
          <>
            <Heading level={2} id="sessie-titel">
              {t.titel}
            </Heading>
            <div id="sessie-uitleg">
              <Paragraph>{t.uitleg.replace('{tijd}', warning.tijd)}</Paragraph>
              <Paragraph>{texts.getypt}</Paragraph>
            </div>
            <div className="zb-buttons">
              <Button type="button" onClick={stay}>
                {t.blijf}
              </Button>
              <PostForm action={signOut} onSubmit={forgetTyped}>
                <Button appearance="secondary">{texts.uitloggen}</Button>
              </PostForm>
            </div>
          </>
        )}
      </dialog>
    </>
  )
}

const ask: Ask = async (method) => {
  const answer = await fetch(URL_PATH, { method, cache: 'no-store' }).catch(() => undefined)
  if (answer?.status === UNAUTHORIZED) return 'ended'
  return answer?.ok ? answer.json() : undefined
}
