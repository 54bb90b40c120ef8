import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Blok } from './blok.tsx'

const render = (isOpen: boolean) => {
  const props = { id: 'agenda', titel: 'Agenda', stand: 'Uit.', isOpen, children: 'Inhoud' }
  return renderToStaticMarkup(createElement(Blok, props))
}

test('a block is collapsed with its state in the summary, and its `id` is inside, where a fragment opens it', () => {
  expect(render(false)).toMatch(
    /^<details class="[\w -]+"><summary class="zb-line"><h2 .{1,99}>Agenda<\/h2><span class="zb-soft">Uit\.<\/span><\/summary><section id="agenda" /,
  )
  expect(render(true)).toMatch(/^<details [^>]{1,99} open="">/)
})
