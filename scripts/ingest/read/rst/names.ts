/**
 * What an RST document defines: names that its references and substitutions may use.
 */
import type { RstHyperlinkTarget, RstNode, RstSubstitutionDef } from 'rst-compiler';

export interface RstNames {
  /** Address by name; "" for a place inside the document. */
  targets: Map<string, string>;
  /** Whether there is a target without a name. */
  anonymous: boolean;
  /** Raw text by name. */
  substitutions: Map<string, string>;
  /** Labels of footnotes and citations. */
  notes: Set<string>;
}

/** Names differ neither by case nor by white space. */
export function normaliseName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Collect the names that a document defines. */
export function collectNames(nodes: readonly RstNode[]): RstNames {
  const names: RstNames = {
    targets: new Map(),
    anonymous: false,
    substitutions: new Map(),
    notes: new Set(),
  };
  const pending = [...nodes].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    collectOne(node, names);
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) pending.push(child);
    }
  }
  return names;
}

function collectOne(node: RstNode, names: RstNames): void {
  switch (node.nodeType) {
    case 'HyperlinkTarget': {
      const { isAnonymous, label, target } = node as RstHyperlinkTarget;
      if (isAnonymous) names.anonymous = true;
      else names.targets.set(normaliseName(label), target);
      break;
    }
    case 'Section':
      names.targets.set(normaliseName(node.rawTextContent), '');
      break;
    case 'Text':
      for (const [, name = ''] of node.rawTextContent.matchAll(/_`([^`]+)`/g)) {
        names.targets.set(normaliseName(name), '');
      }
      break;
    case 'FootnoteDef':
    case 'CitationDef':
      names.notes.add((node as RstNode & { label: string }).label);
      break;
    case 'SubstitutionDef': {
      const { directive, initContent, needle, children } = node as RstSubstitutionDef;
      const body = [...initContent, ...children].map((child) => child.rawTextContent).join(' ');
      if (directive === 'replace') names.substitutions.set(normaliseName(needle), body);
      break;
    }
  }
}
