import { Component, type ComponentChild, type FunctionComponent, h } from 'preact'

/**
 * A component that is drawn anew only when its properties change; lists count as the same when what is in them is. What it reads from
 * signals still redraws it.
 */
export function memo<P extends object>(component: FunctionComponent<P>): FunctionComponent<P> {
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      return differ(this.props, next)
    }
    render(): ComponentChild {
      return h(component, this.props as P)
    }
  }
  return Memo as unknown as FunctionComponent<P>
}

function differ(before: object, after: object): boolean {
  const [old, current] = [Object.entries(before), new Map(Object.entries(after))]
  return old.length !== current.size || old.some(([name, value]) => !isSame(value, current.get(name)))
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b)
  return a.length === b.length && a.every((each, index) => Object.is(each, b[index]))
}
