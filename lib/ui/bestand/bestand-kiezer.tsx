'use client'

import { useRouter } from 'next/navigation'
import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../form/button.tsx'
import { classNames } from '../text/class-names.ts'
import './bestand.css'

/** Waits between attempts to send a file. They end early when the browser is online again. */
const AGAIN_AFTER_MS = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000, 60_000]
/** Codes after which a retry can succeed; '' is no answer, or an answer of a proxy. */
const PASSING = ['', 'overloaded', 'size_differs', 'too_many_under_way']

type Verzending = { naam: string; deel: number; wacht?: boolean; fout?: string; klaar?: boolean }

type KiezerTexts = {
  label: string
  hint: string
  /** shown where files can be dropped */
  sleep: string
  knop: string
  /** `{naam}` is the file name */
  bezig: string
  klaar: string
  /** `{aantal}` is the number of files */
  klaarMeer: string
  afgebroken: string
  /** shown when the connection failed and the file will be sent again */
  opnieuw: string
  /** the texts by error code of the response */
  fout: Record<string, string>
}
/** The limits of the server: bytes of one file, and the files and bytes that may still be added, if known. */
type Most = { file: number; files?: number; together?: number }
type Props = {
  action: string
  accept: string
  most: Most
  texts: KiezerTexts
  /** true inside a form, where it is absent without JavaScript */
  isInForm?: boolean
}

/** Uploads files one after another, with their progress. Without JavaScript it is a form for one file. */
export function BestandKiezer({ action, accept, most, texts, isInForm = false }: Props) {
  const router = useRouter()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [rijen, setRijen] = useState<Verzending[]>([])
  const [isOver, setIsOver] = useState(false)
  const [takesMany, setTakesMany] = useState(false)
  // several files can be chosen only with JavaScript
  useEffect(() => setTakesMany(true), [])
  const change = (at: number, what: Partial<Verzending>) =>
    setRijen((rows) => rows.map((row, index) => (index === at ? { ...row, ...what } : row)))

  async function send(files: readonly File[]) {
    const from = rijen.length
    setRijen((rows) => [...rows, ...files.map(({ name: naam }) => ({ naam, deel: 0 }))])
    if (input.current) input.current.value = ''
    for (const [index, file] of files.entries()) {
      const refused = refusalOf(file, most)
      if (refused) {
        change(from + index, { fout: texts.fout[refused] ?? texts.afgebroken })
        continue
      }
      let code = await sendOne(action, file, (deel) => change(from + index, { deel }))
      for (const waitMs of AGAIN_AFTER_MS) {
        if (code === undefined || !PASSING.includes(code)) break
        change(from + index, { deel: 0, wacht: true })
        await connection(waitMs)
        code = await sendOne(action, file, (deel) => change(from + index, { deel, wacht: false }))
      }
      change(from + index, code === undefined ? { klaar: true } : { fout: texts.fout[code] ?? texts.afgebroken })
      router.refresh()
    }
  }

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void send([...event.dataTransfer.files])
  }

  const klaar = rijen.filter((rij) => rij.klaar).length
  const area = {
    className: classNames('zb-kiezer', isOver && 'zb-kiezer--over'),
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop,
  }
  const content = (
    <>
      <label className="utrecht-form-label" htmlFor={id}>
        {texts.label}
      </label>
      <p className="utrecht-form-field-description" id={`${id}-hint`}>
        {texts.hint} {takesMany && <span className="zb-kiezer__sleep">{texts.sleep}</span>}
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        {...(!isInForm && { name: 'bestand', required: true })}
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={(event) => void send([...(event.currentTarget.files ?? [])])}
        multiple={takesMany}
      />
      {/* with JavaScript a file is sent as soon as it is chosen */}
      {!takesMany && <Button appearance="secondary">{texts.knop}</Button>}
      <ul className="zb-list">
        {rijen.map(
          ({ naam, deel, wacht, fout, klaar: isKlaar }, index) =>
            !isKlaar && (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added
              <li key={index} className="zb-line zb-kiezer__rij">
                <bdi>{naam}</bdi>
                {fout ? (
                  <span className="zb-kiezer__fout">{fout}</span>
                ) : (
                  <progress value={deel} aria-label={texts.bezig.replace('{naam}', naam)} />
                )}
                {wacht && !fout && <span role="status">{texts.opnieuw}</span>}
              </li>
            ),
        )}
      </ul>
      <div role="status">
        {klaar > 0 && (klaar === 1 ? texts.klaar : texts.klaarMeer.replace('{aantal}', String(klaar)))}
      </div>
    </>
  )
  if (isInForm) return takesMany && <div {...area}>{content}</div>
  return (
    <form
      {...area}
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => {
        event.preventDefault()
        void send([...(input.current?.files ?? [])])
      }}
    >
      {content}
    </form>
  )
}

/** Returns the error code with which the server would refuse the file after the upload. */
export function refusalOf(
  { size }: Pick<File, 'size'>,
  { file, files = 1, together = size }: Most,
): string | undefined {
  if (files < 1) return 'too_many'
  if (size > file) return 'bestand_too_large'
  return size > together ? 'zaak_full' : undefined
}

function connection(waitMs: number): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs)
    window.addEventListener('online', resolve, { once: true })
  })
}

/** @returns the code of the refusal, '' when there is none, `undefined` when the file was accepted */
function sendOne(action: string, file: File, onProgress: (deel: number) => void): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', action)
    request.setRequestHeader('Accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total)
    request.onerror = () => resolve('')
    request.onload = () => resolve(request.status === 201 ? undefined : (request.response?.code ?? ''))
    const form = new FormData()
    form.append('bestand', file)
    request.send(form)
  })
}
