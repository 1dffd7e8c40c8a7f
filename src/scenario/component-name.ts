/** Components as people name them. */
import type { Component, Infrastructure } from "../infrastructure/model.js";
import { messages } from "./messages.js";
import type { Path } from "./positions.js";
import { nearest } from "./nearest.js";
import type { Setting } from "./setting.js";
import { subjectOf } from "./subject.js";

/** The component `id`, which stands at `path`; undefined where there is none, which is said with `verb` of the incident that it stands in. */
export function componentNamed(id: string, path: Path, on: "key" | undefined, verb: string, { root, infrastructure, say }: Setting): Component | undefined {
  const known = infrastructure.components.find((component) => component.id === id);
  if (!known) say(path, messages.unknownComponent({ subject: subjectOf(root, path.slice(0, -1)), verb }, id, componentLike(id, infrastructure)), on && { on });
  return known;
}

/** Id of the component that was meant: by its id, by what people call it, or by a word of either; what people name goes before what they never see. */
function componentLike(written: string, { components }: Infrastructure): string | undefined {
  const names = new Map<string, string>();
  const inOrder = [...components.filter(({ service }) => service), ...components.filter(({ service }) => !service)];
  for (const wholes of [true, false]) {
    for (const { id, label } of inOrder) {
      const words = `${id} ${label}`.split(/[ (),-]+/).filter((word) => word.length > 3);
      for (const name of wholes ? [id, label] : words) if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), id);
    }
  }
  const name = nearest(written.toLowerCase(), [...names.keys()]);
  return name === undefined ? undefined : names.get(name);
}
