package dev.llmagents.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The program's own time in a call: the simulated provider answers at once and there is no network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PipelineBenchmark {
    private Service service;
    private long number;

    @Setup
    public void open() {
        service = new Service(Optional.empty(), 1_500);
        service.ask("asked again");
    }

    @TearDown
    public void close() {
        service.close();
    }

    /** Key, look-up in the durable store, check of the answer, masking, usage line. */
    @Benchmark
    public void hit() {
        service.ask("asked again");
    }

    /** The same without an answer in the store, and the answer put there. */
    @Benchmark
    public void miss() {
        service.ask("question " + Caller.mark(number++));
    }
}
