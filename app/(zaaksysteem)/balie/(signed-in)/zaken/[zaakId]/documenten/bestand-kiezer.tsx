'use client'

import { useRouter } from 'next/navigation'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#lib/ui/form/button.tsx'
import { bestanden } from '#lib/ui/texts/balie/documenten/bestanden.ts'
import { documenten } from '#lib/ui/texts/balie/documenten/documenten.ts'

const { kiezer: texts } = documenten

type Verzending = { naam: string; deel: number; fout?: string; klaar?: boolean }
type Props = { action: string; accept: string; maxMb: number }

/** Sends files, one after another, each with how far it is. Without JavaScript it is a form for one. */
export function BestandKiezer({ action, accept, maxMb }: Props) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [rijen, setRijen] = useState<Verzending[]>([])
  const [isOver, setIsOver] = useState(false)
  const [takesMany, setTakesMany] = useState(false)
  // only who can send one after another is let choose several
  useEffect(() => setTakesMany(true), [])
  const change = (at: number, what: Partial<Verzending>) =>
    setRijen((rows) => rows.map((row, index) => (index === at ? { ...row, ...what } : row)))

  async function send(files: readonly File[]) {
    const from = rijen.length
    setRijen((rows) => [...rows, ...files.map(({ name: naam }) => ({ naam, deel: 0 }))])
    for (const [index, file] of files.entries()) {
      const fout = await sendOne(action, file, (deel) => change(from + index, { deel }))
      change(from + index, fout ? { fout } : { deel: 1, klaar: true })
    }
    if (input.current) input.current.value = ''
    router.refresh()
  }

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void send([...event.dataTransfer.files])
  }

  const klaar = rijen.filter((rij) => rij.klaar).length
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      className={isOver ? 'balie-kiezer balie-kiezer--over' : 'balie-kiezer'}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      onSubmit={(event) => {
        event.preventDefault()
        void send([...(input.current?.files ?? [])])
      }}
    >
      <label className="utrecht-form-label" htmlFor="bestand">
        {texts.label}
      </label>
      <p className="utrecht-form-field-description" id="bestand-hint">
        {texts.hint(maxMb)} {takesMany && texts.sleep}
      </p>
      <input
        ref={input}
        id="bestand"
        type="file"
        name="bestand"
        accept={accept}
        required
        aria-describedby="bestand-hint"
        onChange={(event) => void send([...(event.currentTarget.files ?? [])])}
        multiple={takesMany}
      />
      <Button appearance="secondary">{texts.knop}</Button>
      <ul className="balie-kiezer__rijen">
        {rijen.map(({ naam, deel, fout, klaar: isKlaar }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added
          <li key={index} className="balie-kiezer__rij">
            {naam}
            {!fout && !isKlaar && <progress value={deel} aria-label={texts.bezig(naam)} />}
            {fout && <span className="balie-kiezer__fout">{fout}</span>}
          </li>
        ))}
      </ul>
      <div role="status">{klaar > 0 && texts.klaar(klaar)}</div>
    </form>
  )
}

/** @returns why it was refused */
function sendOne(action: string, file: File, onProgress: (deel: number) => void): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', action)
    request.setRequestHeader('Accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total)
    request.onerror = () => resolve(texts.afgebroken)
    request.onload = () => {
      const code = request.response?.code as keyof typeof bestanden.fout
      resolve(request.status === 201 ? undefined : (bestanden.fout[code] ?? texts.afgebroken))
    }
    const form = new FormData()
    form.append('bestand', file)
    request.send(form)
  })
}
