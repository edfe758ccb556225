package org.glissade.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.glissade.plan.Slot.Storage;
import org.glissade.tensor.BinaryFn;
import org.glissade.tensor.DType;
import org.glissade.tensor.ReduceFn;
import org.glissade.tensor.Shape;
import org.junit.jupiter.api.Test;

class StagesTest {
  private static final Shape SQUARE = Shape.of(4, 4);
  private static final Slot IN = new Slot(0, "in", DType.F32, 16, Storage.INPUT);
  private static final Slot A = new Slot(1, "a", DType.F32, 16, Storage.ARENA);
  private static final Slot B = new Slot(2, "b", DType.F32, 16, Storage.ARENA);
  private static final Slot C = new Slot(3, "c", DType.F32, 16, Storage.ARENA);
  private static final Slot KEPT = new Slot(4, "kept", DType.F32, 16, Storage.VARIABLE);

  private static Step map(Slot from, Slot to, Integer... strides) {
    Instruction load = new Instruction.Load(View.of(from, SQUARE), List.of(strides));
    Code twice = new Code(List.of(load, new Instruction.Binary(BinaryFn.ADD, 0, 0)), 1);
    return new Step.Map(SQUARE, twice, View.of(to, SQUARE));
  }

  private static Step copy(Slot from, Slot to) {
    return map(from, to, 4, 1);
  }

  private static Step transpose(Slot from, Slot to) {
    return map(from, to, 1, 4);
  }

  private static Step sum(Slot from, View to) {
    Instruction load = new Instruction.Load(View.of(from, SQUARE), List.of(4, 1));
    return new Step.Reduce(ReduceFn.SUM, SQUARE, 1, 4, 4, new Code(List.of(load), 0), to);
  }

  private static void check(List<Step> steps, List<List<Step>> expected) {
    assertEquals(expected, Stages.of(steps).stream().map(Stage::steps).toList());
  }

  @Test
  void ownRowsFollowEachOther() {
    Step first = copy(IN, A);
    Step second = copy(A, B);
    check(List.of(first, second), List.of(List.of(first, second)));
  }

  @Test
  void otherWorkersRowsAreWaitedFor() {
    Step first = copy(IN, A);
    Step second = transpose(A, B);
    check(List.of(first, second), List.of(List.of(first), List.of(second)));
  }

  @Test
  void laterStepsThatNeedNobodyComeBeforeTheMeeting() {
    Step first = copy(IN, A);
    Step turned = transpose(A, B);
    Step free = copy(A, C);
    check(List.of(first, turned, free), List.of(List.of(first, free), List.of(turned)));
  }

  @Test
  void noStepPassesOneWhoseNumbersItReads() {
    Step first = copy(IN, A);
    Step turned = transpose(A, B);
    Step follower = copy(B, C);
    check(List.of(first, turned, follower), List.of(List.of(first), List.of(turned, follower)));
  }

  @Test
  void noStepOverwritesWhatAnEarlierOneHasToRead() {
    Step first = copy(IN, A);
    Step turned = transpose(A, B);
    Step again = copy(IN, A);
    check(List.of(first, turned, again), List.of(List.of(first), List.of(turned), List.of(again)));
  }

  @Test
  void theStoreChangesAfterEverythingElse() {
    Step store = copy(IN, KEPT);
    Step other = copy(IN, A);
    check(List.of(other, store), List.of(List.of(other, store)));
    Step turned = transpose(A, B);
    check(List.of(other, turned, store), List.of(List.of(other), List.of(turned, store)));
  }

  @Test
  void partsOfOneSlotAreApart() {
    Step low = sum(IN, new View(A, 0, Shape.of(4)));
    Step high = sum(IN, new View(A, 4, Shape.of(4)));
    check(List.of(low, high), List.of(List.of(low, high)));
    Step same = sum(IN, new View(A, 2, Shape.of(4)));
    check(List.of(low, same), List.of(List.of(low), List.of(same)));
  }

  @Test
  void sumsOverAllRowsMeetTheirReader() {
    Step sum = sum(IN, new View(A, 0, Shape.of(4)));
    Step reader = copy(A, B);
    check(List.of(sum, reader), List.of(List.of(sum), List.of(reader)));
  }
}
