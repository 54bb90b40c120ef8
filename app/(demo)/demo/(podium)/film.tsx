'use client'

import { useState } from 'react'
import { LinkButton } from '#lib/ui/form/button.tsx'

/** The guided story as a film (`npm run docs:film`). It stands still for who prefers reduced motion. */
export function Film({ texts }: { texts: { wat: string; zetStil: string; laatLopen: string } }) {
  const [moves, setMoves] = useState(true)
  return (
    <div className="demo-film">
      <picture>
        {moves && <source media="(prefers-reduced-motion: no-preference)" srcSet="/demo/film.png" />}
        <img src="/demo/still.png" alt={texts.wat} width={1280} height={720} />
      </picture>
      <LinkButton type="button" onClick={() => setMoves(!moves)}>
        {moves ? texts.zetStil : texts.laatLopen}
      </LinkButton>
    </div>
  )
}
