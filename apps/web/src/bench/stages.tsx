type Props = {
  readonly label: string;
  readonly stages: readonly string[];
  /** How many of them are behind; the next is at hand. */
  readonly behind: number;
};

/** The way of a distribution in one line: what is behind, what is at hand, what is to come. */
export function Stages({ label, stages, behind }: Props) {
  return (
    <ol className="stages" aria-label={label}>
      {stages.map((stage, i) => (
        <li
          key={stage}
          className={`stage ${i < behind ? 'done' : i === behind ? 'now' : ''}`}
          aria-current={i === behind ? 'step' : undefined}
        >
          <span className="dot" aria-hidden="true">
            {i < behind ? '✓' : i + 1}
          </span>
          {stage}
        </li>
      ))}
    </ol>
  );
}
