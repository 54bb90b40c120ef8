import { expect, type Locator } from '@playwright/test'
import { openMijn } from './people.ts'
import { test } from './test.ts'

/** Draws a zero in the font of this element, and inspects its middle, where the slash would be. */
async function drawZero(element: Locator, weight: number) {
  return element.first().evaluate(async (shown, fontWeight) => {
    const SIZE = 200
    const HALF_HEIGHT = 0.335
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    const { fontFamily } = getComputedStyle(shown)
    const fontOf = (family: string) => `${fontWeight} ${SIZE}px ${family}`
    // the last family is a system font, which may be absent
    await Promise.allSettled(fontFamily.split(',').map((family) => document.fonts.load(fontOf(family), '0')))
    Object.assign(context.canvas, { width: SIZE, height: SIZE })
    context.font = fontOf(fontFamily)
    context.fillText('0', 0, SIZE)
    const { width } = context.measureText('0')
    const { data } = context.getImageData(Math.round(width / 2), Math.round(SIZE * (1 - HALF_HEIGHT)), 1, 1)
    return { width, hasSlash: data.at(-1) !== 0 }
  }, weight)
}

test('a zero has a slash in the number of a zaak and none in a date, at the same width', async ({ browser }) => {
  const mijn = await openMijn(browser, 'P. Jansen')
  await mijn.getByRole('link', { name: 'Aanbouw achter de woning, Beukenlaan 7' }).first().click()
  const number = mijn.getByText(/^ZAAK-\d{4}-\d+$/)
  for (const weight of [400, 700]) {
    const [ofZaak, ofDate] = [await drawZero(number, weight), await drawZero(mijn.getByRole('time'), weight)]
    expect(ofZaak.hasSlash).toBe(true)
    expect(ofDate.hasSlash).toBe(false)
    expect(ofDate.width).toBeCloseTo(ofZaak.width, 1)
  }
})
