/** Finds what gives different bytes on different platforms, by walking the syntax tree. */
import ts from "typescript";

export interface Breach {
  readonly line: number;
  /** What was found, as it may be written: `Math.log`, `**`, `Date`. */
  readonly found: string;
}

/** Those members of `Math` that IEEE 754 or the language defines to the last bit. */
const exactMaths: ReadonlySet<string> = new Set([
  "abs", "ceil", "clz32", "floor", "fround", "imul", "max", "min", "round", "sign", "sqrt", "trunc",
  "E", "LN10", "LN2", "LOG10E", "LOG2E", "PI", "SQRT1_2", "SQRT2",
]);

/** Clocks, time zones, languages, the host and ways round this check. */
const forbiddenNames: ReadonlySet<string> = new Set([
  "Date", "Intl", "performance", "process", "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "globalThis", "eval", "Function", "require",
]);

const forbiddenMembers: ReadonlySet<string> = new Set([
  "localeCompare", "toLocaleString", "toLocaleDateString", "toLocaleTimeString", "toLocaleUpperCase", "toLocaleLowerCase",
]);

/** Everything in `source` that the pure world does without. `maths: false` leaves inexact maths alone, for what only draws. */
export function impurities(source: string, { maths }: { readonly maths: boolean }): Breach[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.ES2023, true);
  const own = declaredNames(file);
  const breaches: Breach[] = [];
  const visit = (node: ts.Node): void => {
    const found = impurity(node, own, maths);
    if (found !== null) breaches.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, found });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return breaches;
}

function impurity(node: ts.Node, own: ReadonlySet<string>, maths: boolean): string | null {
  if (ts.isToken(node)) {
    const power = node.kind === ts.SyntaxKind.AsteriskAsteriskToken || node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
    if (power && maths) return ts.tokenToString(node.kind)!;
  }
  const member = memberName(node);
  if (member !== null && forbiddenMembers.has(member)) return member;
  if (!ts.isIdentifier(node) || own.has(node.text) || !isReference(node)) return null;
  if (node.text === "Math") {
    const used = node.parent !== undefined && isMemberOf(node.parent, node) ? memberName(node.parent) : null;
    // A random draw is not merely inexact: nothing can be reproduced after it, pictures included.
    if (used === "random") return "Math.random";
    if (!maths || (used !== null && exactMaths.has(used))) return null;
    return used === null ? "Math" : `Math.${used}`;
  }
  return forbiddenNames.has(node.text) ? node.text : null;
}

/** Name of the member that `object.name`, `object["name"]` or `{ name } = object` reaches for. */
function memberName(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) return node.argumentExpression.text;
  if (ts.isBindingElement(node)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : null;
  }
  return null;
}

function isMemberOf(parent: ts.Node, object: ts.Node): boolean {
  return (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) && parent.expression === object;
}

/** False where a name is only that of a member, a key, a label or a type. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isQualifiedName(parent) || ts.isTypeNode(parent)) return false;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  const named = parent as ts.Node & { readonly name?: ts.Node };
  return named.name !== node;
}

/** Names that the file itself gives a meaning: `process` may be a parameter. */
function declaredNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) || ts.isImportSpecifier(node) || ts.isImportClause(node) || ts.isNamespaceImport(node);
    // `declare const process: …` names the platform's own.
    if (declares && node.name !== undefined && ts.isIdentifier(node.name) && !isAmbient(node)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function isAmbient(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) {
    if (ts.canHaveModifiers(at) && ts.getModifiers(at)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)) return true;
  }
  return false;
}
