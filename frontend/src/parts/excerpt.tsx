// An excerpt: the claim's words marked in their sentence; what names the source, the cue and the place is underlined.
import type { Excerpt } from "../payload";
import { pieces, type Piece } from "../pieces";

export function ExcerptView({ excerpt }: { excerpt: Excerpt }) {
  const [before, words, after] = pieces(excerpt);
  return (
    <blockquote dir="auto">
      {excerpt.before && "… "}
      <Pieces of={before} />
      <mark>
        <Pieces of={words} />
      </mark>
      <Pieces of={after} />
      {excerpt.after && " …"}
    </blockquote>
  );
}

function Pieces({ of }: { of: Piece[] }) {
  return (
    <>
      {of.map((piece, index) =>
        piece.kinds.length ? (
          <span key={index} class={piece.kinds.join(" ")}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
