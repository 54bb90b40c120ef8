const LOOK_MS = 100

/**
 * Waits until `find` finds something, and returns that; rejects when `signal` aborts. No time limit of its own: a busy
 * machine takes long, and the story says that it waits.
 */
export async function until<T>(
  find: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  signal: AbortSignal,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted()
    const found = await find()
    if (found) return found
    await pause(LOOK_MS, signal)
  }
}

export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

/** A page in one of the frames, done to as a person does: by what is written on it. */
export class Scherm {
  private readonly frame: HTMLIFrameElement
  private readonly signal: AbortSignal

  constructor(frame: HTMLIFrameElement, signal: AbortSignal) {
    this.frame = frame
    this.signal = signal
  }

  /** Goes to `path`, unless that is shown, and waits until `shows` stands there; asks again as long as it does not, as for a zaak that is on its way. */
  async open(path: string, shows: RegExp): Promise<void> {
    let asked = 0
    let before: Document | null = null
    let patience = 1000
    const isThere = () => this.path() === path && shows.test(this.main()?.textContent ?? '')
    // What is coming in would be shown, taken for what was asked, and then replaced.
    const isComing = () => this.path() === path && this.frame.contentDocument?.readyState === 'loading'
    await until(() => {
      if (isThere()) return true
      if (Date.now() - asked > patience && !isComing()) {
        // To ask again ends what is on its way, of a page that takes longer than that.
        if (this.frame.contentDocument === before) patience *= 2
        before = this.frame.contentDocument
        asked = Date.now()
        this.frame.contentWindow?.location.assign(path)
      }
      return false
    }, this.signal)
  }

  sees(text: RegExp): Promise<true> {
    return until(() => text.test(this.main()?.textContent ?? '') || undefined, this.signal)
  }

  /** Brings the heading, or the row of a table, with this text into view. */
  async show(text: RegExp): Promise<void> {
    this.scrollTo(await this.find('h1, h2, h3, tr', text))
  }

  /** Clicks on the first link or button, or on the label of a choice, with this text. */
  async click(text: RegExp): Promise<void> {
    const element = await this.find<HTMLElement>('a, button, label, summary', text)
    this.scrollTo(element)
    element.click()
  }

  /** Types into the field with this label. */
  async fill(label: RegExp, value: string): Promise<void> {
    const element = await this.find<HTMLElement>('label, [aria-label]', label)
    const field = (element instanceof this.window.HTMLLabelElement ? element.control : element) as HTMLInputElement
    this.scrollTo(field)
    // React listens to what a person types, not to what a script sets
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value') as PropertyDescriptor
    set?.call(field, value)
    field.dispatchEvent(new this.window.Event('input', { bubbles: true }))
  }

  /** Within the frame only: `scrollIntoView` would move the page around it too. */
  private scrollTo(element: Element) {
    const { top } = element.getBoundingClientRect()
    this.window.scrollBy({ top: top - this.window.innerHeight / 3 })
  }

  /** Waits until React listens: before that, a click or what is typed is lost. */
  private find<E extends HTMLElement>(selector: string, text: RegExp): Promise<E> {
    return until(
      () =>
        [...(this.main()?.querySelectorAll<E>(selector) ?? [])].find(
          (element) =>
            text.test(element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '') && isAlive(element),
        ),
      this.signal,
    )
  }

  private main() {
    return this.frame.contentDocument?.querySelector('main')
  }

  private get window() {
    return this.frame.contentWindow as Window & typeof globalThis
  }

  /** `undefined` too while the browser shows an error of its own, which no page may read. */
  private path() {
    return this.frame.contentDocument?.location.pathname
  }
}

function isAlive(element: Element): boolean {
  return Object.keys(element).some((key) => key.startsWith('__reactProps'))
}
