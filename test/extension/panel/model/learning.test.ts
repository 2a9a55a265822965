import assert from "node:assert/strict";
import { parseScenario } from "unblock-simulator";
import {
  notLearning,
  quizPage,
  readLearning,
  triedValue,
} from "../../../../extension/panel/model/learning.js";
import { lessonResult } from "../../../../extension/panel/model/lesson-words.js";
import { lessons, runLesson, type LessonName } from "../../../../extension/panel/model/lessons.js";
import {
  nearestAnswer,
  questions,
  simulatedAnswer,
} from "../../../../extension/panel/model/quiz.js";
import { inEnglish } from "../../../../extension/panel/model/text.js";

function lesson(name: LessonName) {
  return lessons.find((each) => each.name === name) ?? assert.fail(name);
}

function seconds(name: LessonName, value: number): number {
  return Math.round(runLesson(lesson(name), value).makespanMs / 1000);
}

describe("the lessons of the tour", () => {
  it("are scenarios that the simulator takes, over the whole range of what can be tried", () => {
    for (const { name, initial, range, scenario } of lessons) {
      for (const value of [initial, range.least, range.most]) {
        assert.ok(parseScenario(scenario(value)).ok, `${name} ${value}`);
      }
    }
  });

  it("show what their words say: 25 s blocked on four workers, 1 s with a hundred", () => {
    assert.equal(seconds("blocking", 4), 25);
    assert.equal(seconds("blocking", 32), 4);
    assert.equal(seconds("timer", 100), 1);
    assert.equal(seconds("timer", 1000), 1);
    assert.equal(seconds("blocking-pool", 512), 1);
    assert.equal(seconds("blocking-pool", 8), 13);
    assert.equal(seconds("in-place", 400), 1);
    assert.equal(seconds("one-thread", 100), 100);
    assert.equal(seconds("one-thread", 0), 1);
  });

  it("steal only where there is somebody to steal", () => {
    const result = (workers: number) =>
      lessonResult("stealing", runLesson(lesson("stealing"), workers), inEnglish, "en");
    assert.match(result(1), /nothing was stolen/u);
    assert.match(result(4), /\d+ tasks changed hands in \d+ steals/u);
  });
});

describe("the quick check", () => {
  it("has among its answers what the simulation says, and no two that are alike", () => {
    for (const question of questions) {
      const figure = simulatedAnswer(question);
      const nearest = question.answers[nearestAnswer(question, figure)];
      assert.ok(Math.abs(nearest - figure) <= Math.max(5, 0.05 * figure), `${question.name}`);
      assert.equal(new Set(question.answers).size, question.answers.length);
    }
  });

  it("asks what cannot be answered by always taking the same place", () => {
    const places = questions.map((question) => nearestAnswer(question, simulatedAnswer(question)));
    assert.deepEqual([...new Set(places)].sort(), [0, 1, 2]);
  });
});

describe("the place in the tour that was saved", () => {
  it("comes back as it was", () => {
    const saved = {
      open: true,
      page: quizPage,
      tried: { timer: 1000 },
      answers: { "four-workers": 2 },
    } as const;
    assert.deepEqual(readLearning({ ...saved }), saved);
    assert.equal(triedValue(saved, lesson("timer")), 1000);
    assert.equal(triedValue(saved, lesson("blocking")), 4);
  });

  it("drops what makes no sense", () => {
    for (const broken of [undefined, null, 7, [], "open"]) {
      assert.deepEqual(readLearning(broken), notLearning);
    }
    assert.deepEqual(
      readLearning({
        open: "yes",
        page: 99,
        tried: { timer: -1, blocking: "many", nothing: 3 },
        answers: { "four-workers": 3, "more-workers": 0.5 },
      }),
      notLearning,
    );
  });
});
