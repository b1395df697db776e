/**
 * As much of a document as rendering results takes, with nothing by which a text could become
 * markup: no `innerHTML`, no `insertAdjacentHTML`, no `document.write`. Code that reaches for one of
 * them throws here; attributes that would run something are refused.
 */
import assert from 'node:assert/strict';

const namesOfElements =
  /^(a|li|ul|div|span|p|q|mark|small|button|article|section|h[1-3]|dl|dt|dd|details|summary|table|thead|tbody|tr|th|td|del|ins)$/;
const harmless = /^(?:[/#?]|https?:)/;

/** An element. Children are elements and texts; texts are never anything else. */
export class FakeElement {
  readonly children: (FakeElement | string)[] = [];
  readonly attributes = new Map<string, string>();
  readonly dataset: Record<string, string> = {};
  readonly tagName: string;

  constructor(name: string) {
    assert.match(name, namesOfElements, 'no element that may run something');
    this.tagName = name;
    // Whatever is set as a property is checked as the attribute that it stands for.
    // biome-ignore lint/correctness/noConstructorReturn: it is what a proxy is for.
    return new Proxy(this, {
      set(target, key, value) {
        if (key === 'textContent') target.children.splice(0, Infinity, String(value));
        else target.setAttribute(String(key), String(value));
        return true;
      },
      get(target, key) {
        if (key === 'textContent') return target.text();
        const value = Reflect.get(target, key, target);
        if (value === undefined && typeof key === 'string' && !target.attributes.has(key)) {
          throw new Error(`.${key} is nothing that rendering results may use`);
        }
        return typeof value === 'function'
          ? value.bind(target)
          : (value ?? target.attributes.get(String(key)));
      },
    });
  }

  get childElementCount(): number {
    return this.children.filter((child) => typeof child !== 'string').length;
  }

  setAttribute(name: string, value: string): void {
    assert.match(name, /^[A-Za-z][A-Za-z-]*$/);
    assert.ok(!/^(on|style$|srcdoc|innerHTML|outerHTML|src$)/i.test(name), `${name} is refused`);
    if (name === 'href') assert.match(value, harmless, 'a link runs nothing');
    this.attributes.set(name, value);
  }

  addEventListener(): void {}

  append(...children: (FakeElement | string)[]): void {
    for (const child of children) {
      assert.ok(
        typeof child === 'string' || child instanceof FakeElement,
        `${String(child)} is appended`,
      );
      this.children.push(child);
    }
  }

  appendChild(child: FakeElement): FakeElement {
    this.append(child);
    return child;
  }

  text(): string {
    return this.children
      .map((child) => (typeof child === 'string' ? child : child.text()))
      .join('');
  }
}

/** Lets code that renders run here. */
export function installFakeDocument(): void {
  const document = {
    createElement: (name: string) => new FakeElement(name),
    // The places that a page has for messages: their content is checked as any other.
    querySelector: () => new FakeElement('p'),
  };
  Object.assign(globalThis, { document });
}
