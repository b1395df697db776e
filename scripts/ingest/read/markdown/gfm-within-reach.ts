/**
 * GFM whose autolinks look back a bounded way.
 *
 * Before every word, the parser of autolink literals walks back through all that was read, to see
 * whether a `[` is still open there. Behind a lone `[`, a long text takes it a time that grows with
 * the square of its length.
 */
import remarkGfm from 'remark-gfm';
import type { Data, Processor } from 'unified';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Constructs = NonNullable<NonNullable<Extension['text']>[string]>;
type Construct = Exclude<Constructs, unknown[]>;
type TokenizeContext = ThisParameterType<Construct['tokenize']>;

/** How many tokens are looked at; a `[` so far back is the beginning of no link. */
const reach = 1000;

const autolinks = new Set(['wwwAutolink', 'protocolAutolink', 'emailAutolink']);

/** The same context, in which little has been read so far. */
function withinReach(context: TokenizeContext): TokenizeContext {
  if (context.events.length <= reach) return context;
  const events = context.events.slice(-reach);
  return Object.create(context, { events: { value: events } }) as TokenizeContext;
}

function bound(construct: Construct): Construct {
  if (!autolinks.has(construct.name ?? '')) return construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return construct.tokenize.call(withinReach(this), effects, ok, nok);
    },
  };
}

function boundAll({ text = {}, ...extension }: Extension): Extension {
  const bounded = Object.entries(text).map(([code, constructs]) => [
    code,
    Array.isArray(constructs) ? constructs.map(bound) : constructs && bound(constructs),
  ]);
  return { ...extension, text: Object.fromEntries(bounded) };
}

/** As `remark-gfm`, in linear time. */
export function gfmWithinReach(this: Processor): void {
  remarkGfm.call(this as never);
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(boundAll);
}
