interface Condition {
  line: number;
  text: string;
  isActive: boolean;
  /** Whether it need not be reported: a guard against including a file twice, or `#if 0`. */
  isSilent: boolean;
}

/** The conditional directives around the current place. */
export class Conditions {
  /** Conditions with definitions that only exist under them. */
  readonly reported: { line: number; condition: string }[] = [];
  readonly #open: Condition[] = [];

  /** Whether the code here is compiled: `#if 0` disables it. */
  get areActive(): boolean {
    return this.#open.every(({ isActive }) => isActive);
  }

  /** Reports the conditions of a definition, each once. */
  report(): void {
    for (const condition of this.#open.filter(({ isSilent }) => !isSilent)) {
      condition.isSilent = true;
      this.reported.push({ line: condition.line, condition: condition.text });
    }
  }

  /** Takes a directive; returns whether it is a conditional one. */
  read(words: readonly string[], line: number): boolean {
    const [directive = '', operand = ''] = words;
    const top = this.#open.at(-1);
    if (/^(if|ifdef|ifndef)$/.test(directive)) {
      this.#open.push({
        line,
        text: `#${words.join(' ')}`,
        isActive: !(directive === 'if' && operand === '0' && words.length === 2),
        isSilent: directive === 'ifndef' || /^(__cplusplus|[01])$/.test(operand),
      });
    } else if (/^(elif|else|elifdef)$/.test(directive)) {
      if (top) top.isActive = top.text !== '#if 1';
    } else if (directive === 'endif') this.#open.pop();
    else return false;
    return true;
  }
}
